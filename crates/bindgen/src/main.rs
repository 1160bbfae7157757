//! Makes the JavaScript that loads a WebAssembly module in a browser, and the module that fits it: the same files as
//! `wasm-bindgen --target web --no-typescript --out-dir FOLDER --out-name NAME MODULE`.

use std::env;
use std::error::Error;
use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [module, folder, name] = arguments.as_slice() else {
        eprintln!("usage: newsmark-bindgen MODULE.wasm FOLDER NAME");
        return ExitCode::from(2);
    };
    match bind(module, folder, name) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("newsmark-bindgen: {module}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn bind(module: &str, folder: &str, name: &str) -> Result<(), Box<dyn Error>> {
    let mut bindgen = Bindgen::new();
    bindgen.web(true)?;
    // That the module is looked for beside the script is the default of the command line, but not of the library.
    bindgen.typescript(false).omit_default_module_path(false);
    bindgen.input_path(module).out_name(name).generate(folder)?;
    Ok(())
}
