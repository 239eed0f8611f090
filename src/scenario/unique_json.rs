//! JSON that notices names given twice in one object, of which serde_json keeps only the last value.

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value as Json};
use std::fmt;

/// A JSON value, and the names that an object in it has more than once.
#[derive(Debug, Clone, PartialEq)]
pub struct UniqueJson {
    /// The value; of a name that is given twice, the last one.
    pub json: Json,
    /// The names, each as often as it is repeated.
    pub repeated: Vec<String>,
}

/// Parses JSON. All of the page does it here: another type would bring a parser of its own.
///
/// # Errors
/// Where it is not JSON.
pub fn parse_json(text: &str) -> serde_json::Result<UniqueJson> {
    serde_json::from_str(text)
}

impl From<Json> for UniqueJson {
    fn from(json: Json) -> Self {
        Self { json, repeated: Vec::new() }
    }
}

impl<'de> Deserialize<'de> for UniqueJson {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = UniqueJson;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, value: bool) -> Result<UniqueJson, E> {
        Ok(Json::Bool(value).into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<UniqueJson, E> {
        Ok(Json::Number(value.into()).into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<UniqueJson, E> {
        Ok(Json::Number(value.into()).into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<UniqueJson, E> {
        let number = Number::from_f64(value).ok_or_else(|| E::custom("a number without end"))?;
        Ok(Json::Number(number).into())
    }

    fn visit_str<E>(self, value: &str) -> Result<UniqueJson, E> {
        Ok(Json::String(value.to_owned()).into())
    }

    fn visit_unit<E>(self) -> Result<UniqueJson, E> {
        Ok(Json::Null.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<UniqueJson, A::Error> {
        let (mut values, mut repeated) = (Vec::new(), Vec::new());
        while let Some(item) = items.next_element::<UniqueJson>()? {
            values.push(item.json);
            repeated.extend(item.repeated);
        }
        Ok(UniqueJson { json: Json::Array(values), repeated })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<UniqueJson, A::Error> {
        let (mut object, mut repeated) = (Map::new(), Vec::new());
        while let Some((name, item)) = entries.next_entry::<String, UniqueJson>()? {
            repeated.extend(item.repeated);
            if object.insert(name.clone(), item.json).is_some() {
                repeated.push(name);
            }
        }
        Ok(UniqueJson { json: Json::Object(object), repeated })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(text: &str) -> UniqueJson {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn a_value_is_what_serde_json_reads() {
        for text in [
            "{\"a\": [1, -2, 0.1, 1e300, true, null, \"x\\u0041\"], \"b\": {\"c\": {}}}",
            "18446744073709551615",
            "\"\"",
        ] {
            let UniqueJson { json, repeated } = read(text);
            assert_eq!((json, repeated), (serde_json::from_str(text).unwrap(), vec![]), "{text}");
        }
        assert!(serde_json::from_str::<UniqueJson>("{\"a\": 1").is_err());
        assert!(serde_json::from_str::<UniqueJson>("1e400").is_err());
    }

    #[test]
    fn names_given_twice_in_one_object_are_noticed_at_any_depth() {
        let UniqueJson { json, repeated } =
            read("{\"a\": 1, \"b\": {\"a\": 2, \"c\": 3, \"c\": 4}, \"a\": 5}");
        assert_eq!(json, json!({ "a": 5, "b": { "a": 2, "c": 4 } }));
        assert_eq!(repeated, ["c", "a"]);
    }
}
