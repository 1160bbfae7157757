//! GraphML.

use super::super::markup::Markup;
use super::{Network, counts};

pub fn write(network: &Network) -> Vec<u8> {
    let mut xml = Markup::new();
    xml.xml_declaration();
    xml.open("graphml", &[("xmlns", "http://graphml.graphdrawing.org/xmlns")]);
    xml.line();
    xml.element("desc", &[], &format!("Who quotes and mentions whom. {}", network.made_by));
    for (of, name, kind) in [
        ("node", "label", "string"),
        ("node", "type", "string"),
        ("node", "date", "string"),
        ("node", "mentions", "int"),
        ("node", "quotations", "int"),
        ("node", "articles", "int"),
        ("edge", "kind", "string"),
        ("edge", "weight", "double"),
    ] {
        xml.line();
        xml.empty("key", &[("id", name), ("for", of), ("attr.name", name), ("attr.type", kind)]);
    }
    xml.line();
    xml.open("graph", &[("edgedefault", "directed")]);
    for (id, node) in network.nodes.iter().enumerate() {
        xml.line();
        xml.open("node", &[("id", &*format!("n{id}"))]);
        xml.element("data", &[("key", "label")], &node.label);
        xml.element("data", &[("key", "type")], node.kind);
        if !node.date.is_empty() {
            xml.element("data", &[("key", "date")], &node.date);
        }
        for (name, count) in counts(node) {
            xml.element("data", &[("key", name)], &count.to_string());
        }
        xml.close("node");
    }
    for (id, ((from, to, kind), weight)) in network.edges.iter().enumerate() {
        let [id, from, to] = [("e", &id), ("n", from), ("n", to)].map(|(prefix, number)| format!("{prefix}{number}"));
        xml.line();
        xml.open("edge", &[("id", &*id), ("source", &*from), ("target", &*to)]);
        xml.element("data", &[("key", "kind")], kind.as_str());
        xml.element("data", &[("key", "weight")], &weight.to_string());
        xml.close("edge");
    }
    xml.line();
    xml.close("graph");
    xml.line();
    xml.close("graphml");
    xml.line();
    xml.finish()
}
