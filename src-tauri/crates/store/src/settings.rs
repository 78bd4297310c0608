//! Settings: JSON values by key.

use rusqlite::OptionalExtension;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::column::{json, parse};
use crate::{Result, Store};

impl Store {
    /// A setting; `None` where it was never set.
    ///
    /// # Errors
    /// [`crate::StoreError::Value`] where what is stored is of another shape, as a version
    /// with other settings may leave it.
    pub fn setting<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>> {
        let value: Option<String> = self
            .connection
            .prepare_cached("SELECT value FROM settings WHERE key = ?1")?
            .query_row([key], |row| row.get(0))
            .optional()?;
        value.map(|value| parse("setting", &value)).transpose()
    }

    /// Sets a setting.
    pub fn set_setting<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> Result<()> {
        let value = json("setting", value)?;
        self.write(|transaction| {
            transaction.execute(
                "INSERT INTO settings (key, value) VALUES (?1, ?2) \
                 ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, value),
            )?;
            Ok(())
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::StoreError;
    use crate::testing::store;

    #[test]
    fn the_last_value_counts() {
        let (_folder, mut store) = store();
        assert_eq!(store.setting::<u32>("size").unwrap(), None);
        store.set_setting("size", &14).unwrap();
        store.set_setting("size", &18).unwrap();
        assert_eq!(store.setting::<u32>("size").unwrap(), Some(18));
    }

    #[test]
    fn a_value_of_another_shape_is_an_error_and_stays() {
        let (_folder, mut store) = store();
        store.set_setting("pair", &["a", "b"]).unwrap();
        let read = store.setting::<u32>("pair");
        assert!(matches!(
            read,
            Err(StoreError::Value {
                what: "setting",
                ..
            })
        ));
        assert_eq!(
            store.setting::<[String; 2]>("pair").unwrap().unwrap(),
            ["a", "b"]
        );
    }
}
