//! GEXF 1.3.

use super::super::markup::Markup;
use super::{Network, counts};

pub fn write(network: &Network) -> Vec<u8> {
    let mut xml = Markup::new();
    xml.xml_declaration();
    xml.open("gexf", &[("xmlns", "http://gexf.net/1.3"), ("version", "1.3")]);
    xml.open("meta", &[]);
    xml.element("creator", &[], &network.made_by);
    xml.element("description", &[], "Who quotes and mentions whom");
    xml.close("meta");
    xml.line();
    xml.open("graph", &[("defaultedgetype", "directed"), ("mode", "static")]);
    xml.open("attributes", &[("class", "node")]);
    for (id, kind) in [
        ("type", "string"),
        ("date", "string"),
        ("mentions", "integer"),
        ("quotations", "integer"),
        ("articles", "integer"),
    ] {
        xml.empty("attribute", &[("id", id), ("title", id), ("type", kind)]);
    }
    xml.close("attributes");
    xml.open("attributes", &[("class", "edge")]);
    xml.empty("attribute", &[("id", "kind"), ("title", "kind"), ("type", "string")]);
    xml.close("attributes");
    nodes(network, &mut xml);
    edges(network, &mut xml);
    xml.close("graph");
    xml.close("gexf");
    xml.line();
    xml.finish()
}

fn nodes(network: &Network, xml: &mut Markup) {
    xml.line();
    xml.open("nodes", &[]);
    for (id, node) in network.nodes.iter().enumerate() {
        xml.line();
        xml.open("node", &[("id", &*format!("n{id}")), ("label", &*node.label)]);
        xml.open("attvalues", &[]);
        xml.empty("attvalue", &[("for", "type"), ("value", node.kind)]);
        if !node.date.is_empty() {
            xml.empty("attvalue", &[("for", "date"), ("value", &*node.date)]);
        }
        for (name, count) in counts(node) {
            xml.empty("attvalue", &[("for", name), ("value", &*count.to_string())]);
        }
        xml.close("attvalues");
        xml.close("node");
    }
    xml.line();
    xml.close("nodes");
}

fn edges(network: &Network, xml: &mut Markup) {
    xml.line();
    xml.open("edges", &[]);
    for (id, ((from, to, kind), weight)) in network.edges.iter().enumerate() {
        let [id, from, to] = [("e", &id), ("n", from), ("n", to)].map(|(prefix, number)| format!("{prefix}{number}"));
        let weight = weight.to_string();
        xml.line();
        let edge = [("id", &*id), ("source", &*from), ("target", &*to), ("weight", &*weight), ("label", kind.as_str())];
        xml.open("edge", &edge);
        xml.open("attvalues", &[]);
        xml.empty("attvalue", &[("for", "kind"), ("value", kind.as_str())]);
        xml.close("attvalues");
        xml.close("edge");
    }
    xml.line();
    xml.close("edges");
}
