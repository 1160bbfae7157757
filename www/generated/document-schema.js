// Written by crates/codegen from the Rust sources. Change those, then run scripts/generate.sh.

/**
 * The form of a document, as a JSON Schema. conforms.js understands the keywords that are in it.
 * @type {import("../document/conforms.js").Schema}
 */
export const DOCUMENT = {
  "properties": {"blocks":{"items":{"$ref":"#/$defs/Block"},"type":"array"},"chains":{"items":{"$ref":"#/$defs/Chain"},"type":"array"},"entities":{"items":{"$ref":"#/$defs/Entity"},"type":"array"},"metadata":{"$ref":"#/$defs/Metadata"},"quoted_terms":{"items":{"items":{"minimum":0,"type":"integer"},"maxItems":2,"minItems":2,"type":"array"},"type":"array"},"quotes":{"items":{"$ref":"#/$defs/Quote"},"type":"array"},"sentences":{"items":{"items":{"minimum":0,"type":"integer"},"maxItems":2,"minItems":2,"type":"array"},"type":"array"}},
  "required": ["entities","chains","quotes","quoted_terms","sentences"],
  "type": "object",
  "$defs": {
    "Block": {"properties":{"end":{"minimum":0,"type":"integer"},"kind":{"$ref":"#/$defs/BlockKind"},"start":{"minimum":0,"type":"integer"}},"required":["start","end","kind"],"type":"object"},
    "BlockKind": {"oneOf":[{"const":"paragraph","type":"string"},{"const":"title","type":"string"},{"const":"heading","type":"string"},{"const":"byline","type":"string"},{"const":"dateline","type":"string"},{"const":"caption","type":"string"},{"const":"credit","type":"string"},{"const":"list_item","type":"string"},{"const":"turn","type":"string"},{"const":"quoted_mail","type":"string"},{"const":"footnote","type":"string"},{"const":"author_note","type":"string"},{"const":"boilerplate","type":"string"}]},
    "Chain": {"properties":{"by":{"$ref":"#/$defs/Creator"},"id":{"minimum":0,"type":"integer"},"mentions":{"items":{"$ref":"#/$defs/Mention"},"type":"array"},"name":{"type":"string"},"related":{"minimum":0,"type":["integer","null"]},"titles":{"items":{"$ref":"#/$defs/Title"},"type":"array"},"type":{"$ref":"#/$defs/EntityType"}},"required":["id","type","name","titles","mentions"],"type":"object"},
    "Creator": {"oneOf":[{"const":"you","type":"string"}]},
    "Entity": {"properties":{"by":{"$ref":"#/$defs/Creator"},"chain":{"minimum":0,"type":["integer","null"]},"confidence":{"type":"number"},"end":{"minimum":0,"type":"integer"},"id":{"minimum":0,"type":"integer"},"note":{"type":"string"},"start":{"minimum":0,"type":"integer"},"text":{"type":"string"},"type":{"$ref":"#/$defs/EntityType"}},"required":["id","start","end","type","text","chain","confidence"],"type":"object"},
    "EntityType": {"oneOf":[{"const":"PERSON","type":"string"},{"const":"NORP","type":"string"},{"const":"FAC","type":"string"},{"const":"ORG","type":"string"},{"const":"GPE","type":"string"},{"const":"LOC","type":"string"},{"const":"PRODUCT","type":"string"},{"const":"EVENT","type":"string"},{"const":"WORK_OF_ART","type":"string"},{"const":"LAW","type":"string"},{"const":"LANGUAGE","type":"string"},{"const":"DATE","type":"string"},{"const":"TIME","type":"string"},{"const":"PERCENT","type":"string"},{"const":"MONEY","type":"string"},{"const":"QUANTITY","type":"string"},{"const":"ORDINAL","type":"string"},{"const":"CARDINAL","type":"string"}]},
    "Medium": {"oneOf":[{"const":"speech","type":"string"},{"const":"writing","type":"string"},{"const":"thought","type":"string"}]},
    "Mention": {"properties":{"end":{"minimum":0,"type":"integer"},"kind":{"$ref":"#/$defs/MentionKind"},"start":{"minimum":0,"type":"integer"}},"required":["start","end","kind"],"type":"object"},
    "MentionKind": {"oneOf":[{"const":"name","type":"string"},{"const":"nominal","type":"string"},{"const":"pronoun","type":"string"}]},
    "Metadata": {"properties":{"byline":{"type":"string"},"date":{"type":"string"},"language":{"type":"string"},"site":{"type":"string"},"title":{"type":"string"},"url":{"type":"string"}},"type":"object"},
    "Quote": {"properties":{"by":{"$ref":"#/$defs/Creator"},"confidence":{"type":"number"},"content":{"items":{"items":{"minimum":0,"type":"integer"},"maxItems":2,"minItems":2,"type":"array"},"type":"array"},"cue":{"items":{"items":{"minimum":0,"type":"integer"},"maxItems":2,"minItems":2,"type":"array"},"type":"array"},"id":{"minimum":0,"type":"integer"},"medium":{"$ref":"#/$defs/Medium"},"note":{"type":"string"},"quoted":{"items":{"items":{"minimum":0,"type":"integer"},"maxItems":2,"minItems":2,"type":"array"},"type":"array"},"speaker":{"items":{"items":{"minimum":0,"type":"integer"},"maxItems":2,"minItems":2,"type":"array"},"type":"array"},"speaker_chain":{"minimum":0,"type":["integer","null"]},"speaker_name":{"type":["string","null"]},"type":{"$ref":"#/$defs/QuoteType"},"why":{"type":"string"}},"required":["id","type","content","quoted","cue","speaker","speaker_name","speaker_chain","confidence","why"],"type":"object"},
    "QuoteType": {"oneOf":[{"const":"direct","type":"string"},{"const":"indirect","type":"string"},{"const":"mixed","type":"string"}]},
    "Title": {"properties":{"end":{"minimum":0,"type":"integer"},"start":{"minimum":0,"type":"integer"},"text":{"type":"string"}},"required":["start","end","text"],"type":"object"},
  },
};
