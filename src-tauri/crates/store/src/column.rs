//! Values in columns: JSON for what has parts, a bare word for enumerations without data.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{Result, StoreError};

/// A value as JSON, to be put into a column; `what` names it in an error.
pub(crate) fn json<T: Serialize + ?Sized>(what: &'static str, value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|source| StoreError::Value { what, source })
}

/// A value from the JSON in a column; `what` names it in an error.
pub(crate) fn parse<T: DeserializeOwned>(what: &'static str, text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|source| StoreError::Value { what, source })
}

/// An enumeration without data, by the name that serde gives its variant.
pub(crate) struct Word<T>(pub T);

impl<T: Serialize> ToSql for Word<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match serde_json::to_value(&self.0) {
            Ok(serde_json::Value::String(word)) => Ok(ToSqlOutput::from(word)),
            Ok(_) => Err(rusqlite::Error::ToSqlConversionFailure("not a word".into())),
            Err(error) => Err(rusqlite::Error::ToSqlConversionFailure(Box::new(error))),
        }
    }
}

impl<T: DeserializeOwned> FromSql for Word<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let word = value.as_str()?.to_owned();
        serde_json::from_value(serde_json::Value::String(word))
            .map(Word)
            .map_err(|error| FromSqlError::Other(Box::new(error)))
    }
}

#[cfg(test)]
mod tests {
    use wsis_document::Format;

    use super::*;

    #[test]
    fn a_word_is_stored_bare_and_read_back() {
        let stored = Word(Format::Markdown);
        let Ok(ToSqlOutput::Owned(value)) = stored.to_sql() else {
            panic!("no word")
        };
        assert_eq!(value, rusqlite::types::Value::Text("markdown".into()));
        let read = Word::<Format>::column_result(ValueRef::from(&value)).unwrap();
        assert_eq!(read.0, Format::Markdown);
        assert!(Word::<Format>::column_result(ValueRef::Text(b"clay tablet")).is_err());
        assert!(Word(vec![1]).to_sql().is_err());
    }
}
