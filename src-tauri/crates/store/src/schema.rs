//! The schema, as the steps that lead to it.

use rusqlite_migration::M;

/// `PRAGMA application_id` of a library file: the letters WSIS. Set by the first step.
pub(crate) const APPLICATION_ID: i32 = 0x5753_4953;

/// One step for each schema that was ever released, oldest first; the number of steps taken is
/// the file's `PRAGMA user_version`. Forward only: a step that is in a released program is never
/// changed.
pub(crate) const STEPS: &[M<'static>] = &[
    M::up(include_str!("../migrations/1-library.sql")).foreign_key_check(),
    M::up(include_str!("../migrations/2-readings.sql")).foreign_key_check(),
    M::up(include_str!("../migrations/3-fetched.sql")).foreign_key_check(),
    M::up(include_str!("../migrations/4-note-authors.sql")).foreign_key_check(),
];

#[cfg(test)]
mod tests {
    use rusqlite::Connection;
    use rusqlite_migration::Migrations;

    use super::*;

    #[test]
    fn every_step_can_be_taken() {
        Migrations::from_slice(STEPS).validate().unwrap();
    }

    #[test]
    fn the_first_step_marks_the_file_as_ours() {
        let mut connection = Connection::open_in_memory().unwrap();
        Migrations::from_slice(STEPS)
            .to_version(&mut connection, 1)
            .unwrap();
        let id: i32 = connection
            .pragma_query_value(None, "application_id", |row| row.get(0))
            .unwrap();
        assert_eq!(id, APPLICATION_ID);
    }
}
