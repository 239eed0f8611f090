//! Merges parts: several modules that use the main part's memory, table and globals, and each other only
//! through that table, become one.

use anyhow::{Result, bail};
use std::convert::Infallible;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, DataCountSection, DataSection, ElementSection, FunctionSection, ImportSection,
    Module, TypeSection,
};
use wasmparser::{Import, Parser, Payload, TypeRef};

/// One module of several parts, each given as its bytes.
///
/// # Errors
/// If a part has what the splitter does not write today: functions or globals of its own to share.
pub fn merge(parts: &[Vec<u8>]) -> Result<Vec<u8>> {
    let mut merged = Merged::default();
    for part in parts {
        merged.add(part)?;
    }
    Ok(merged.finish())
}

#[derive(Default)]
struct Merged {
    types: TypeSection,
    imports: ImportSection,
    /// Module and name of each import, in their order.
    imported: Vec<(String, String)>,
    /// The imported globals, by their place among the imports.
    globals: Vec<usize>,
    functions: FunctionSection,
    elements: ElementSection,
    code: CodeSection,
    data: DataSection,
}

/// What the numbers of one part become in the merged module.
struct Renumber {
    first_type: u32,
    first_function: u32,
    first_element: u32,
    first_data: u32,
    globals: Vec<u32>,
}

impl Merged {
    fn add(&mut self, part: &[u8]) -> Result<()> {
        let mut renumber = Renumber {
            first_type: self.types.len(),
            first_function: self.functions.len(),
            first_element: self.elements.len(),
            first_data: self.data.len(),
            globals: Vec::new(),
        };
        for payload in Parser::new(0).parse_all(part) {
            match payload? {
                Payload::TypeSection(section) => {
                    renumber.parse_type_section(&mut self.types, section)?;
                }
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        self.import(import?, &mut renumber)?;
                    }
                }
                Payload::FunctionSection(section) => {
                    for ty in section {
                        self.functions.function(renumber.type_index(ty?)?);
                    }
                }
                Payload::ElementSection(section) => {
                    renumber.parse_element_section(&mut self.elements, section)?;
                }
                Payload::CodeSectionEntry(body) => {
                    renumber.parse_function_body(&mut self.code, body)?;
                }
                Payload::DataSection(section) => {
                    renumber.parse_data_section(&mut self.data, section)?;
                }
                // Nobody uses the exports of a part: it is called through the table.
                Payload::ExportSection(_)
                | Payload::Version { .. }
                | Payload::DataCountSection { .. }
                | Payload::CodeSectionStart { .. }
                | Payload::CustomSection(_)
                | Payload::End(_) => {}
                other => bail!("a part with a section that cannot be merged: {other:?}"),
            }
        }
        Ok(())
    }

    /// An import that an earlier part has too stands once.
    fn import(&mut self, import: Import, renumber: &mut Renumber) -> Result<()> {
        let name = (import.module.to_owned(), import.name.to_owned());
        let known = self.imported.iter().position(|imported| *imported == name);
        let place = known.unwrap_or(self.imported.len());
        if known.is_none() {
            self.imports.import(import.module, import.name, renumber.entity_type(import.ty)?);
            self.imported.push(name);
        }
        match import.ty {
            TypeRef::Memory(_) | TypeRef::Table(_) => Ok(()),
            TypeRef::Global(_) => {
                let global = self.globals.iter().position(|global| *global == place);
                renumber.globals.push(global.unwrap_or(self.globals.len()) as u32);
                if global.is_none() {
                    self.globals.push(place);
                }
                Ok(())
            }
            other => bail!("a part with an import that cannot be merged: {other:?}"),
        }
    }

    fn finish(self) -> Vec<u8> {
        let mut module = Module::new();
        module.section(&self.types);
        module.section(&self.imports);
        module.section(&self.functions);
        module.section(&self.elements);
        module.section(&DataCountSection { count: self.data.len() });
        module.section(&self.code);
        module.section(&self.data);
        module.finish()
    }
}

impl Reencode for Renumber {
    type Error = Infallible;

    fn type_index(&mut self, index: u32) -> Result<u32, Error<Infallible>> {
        Ok(self.first_type + index)
    }

    fn function_index(&mut self, index: u32) -> Result<u32, Error<Infallible>> {
        Ok(self.first_function + index)
    }

    fn element_index(&mut self, index: u32) -> Result<u32, Error<Infallible>> {
        Ok(self.first_element + index)
    }

    fn data_index(&mut self, index: u32) -> Result<u32, Error<Infallible>> {
        Ok(self.first_data + index)
    }

    fn global_index(&mut self, index: u32) -> Result<u32, Error<Infallible>> {
        Ok(self.globals[index as usize])
    }
}
