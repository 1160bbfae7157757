//! Tells the command line whether there is a model to compile in.

fn main() {
    const MODEL: &str = "model/newsmark.model";
    println!("cargo:rerun-if-changed={MODEL}");
    println!("cargo:rustc-check-cfg=cfg(embedded_model)");
    if std::path::Path::new(MODEL).exists() {
        println!("cargo:rustc-cfg=embedded_model");
    }
}
