//! Optional content: which layers of a file are not shown.
//!
//! Source: ISO 32000-2, section 8.11 (optional content), by the file's default configuration.

use hayro_syntax::Pdf;
use hayro_syntax::object::dict::keys::{BASE_STATE, D, OCGS, OCPROPERTIES, OFF, ON, P, TYPE};
use hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier};
use rustc_hash::FxHashSet;

/// Most groups that are looked at in one place.
const MAX_GROUPS: usize = 10_000;

/// The groups that are switched off when the file is opened.
#[derive(Clone, Debug, Default)]
pub(super) struct Layers {
    /// Groups named as off, or as on where all others are off.
    named: FxHashSet<ObjectIdentifier>,
    /// Whether groups that are not named are off.
    others_off: bool,
}

impl Layers {
    /// Reads the default configuration; nothing is off in a file without one. Linear in it.
    pub fn new(pdf: &Pdf) -> Layers {
        let configuration = pdf
            .xref()
            .get::<Dict<'_>>(pdf.xref().root_id())
            .and_then(|root| root.get::<Dict<'_>>(OCPROPERTIES))
            .and_then(|properties| properties.get::<Dict<'_>>(D));
        let Some(configuration) = configuration else {
            return Layers::default();
        };
        let others_off = configuration
            .get::<Name<'_>>(BASE_STATE)
            .is_some_and(|state| state.as_ref() == b"OFF");
        let list = if others_off { ON } else { OFF };
        let named = configuration
            .get::<Array<'_>>(list)
            .map(|groups| references(&groups).collect())
            .unwrap_or_default();
        Layers { named, others_off }
    }

    /// Whether anything can be hidden at all.
    pub fn hides_some(&self) -> bool {
        self.others_off || !self.named.is_empty()
    }

    /// Whether content that belongs to `key` of `dict`, a group or a rule over groups, is hidden.
    pub fn hides(&self, dict: &Dict<'_>, key: &[u8]) -> bool {
        if !self.hides_some() {
            return false;
        }
        let Some(owner) = dict.get::<Dict<'_>>(key) else {
            return false;
        };
        let is_rule = owner
            .get::<Name<'_>>(TYPE)
            .is_some_and(|kind| kind.as_ref() == b"OCMD");
        if is_rule {
            return self.rule_hides(&owner);
        }
        dict.get_ref(key)
            .is_some_and(|group| self.is_off(group.into()))
    }

    fn is_off(&self, group: ObjectIdentifier) -> bool {
        self.named.contains(&group) != self.others_off
    }

    /// Table 97: content of a membership dictionary is shown by the state of its groups.
    fn rule_hides(&self, rule: &Dict<'_>) -> bool {
        let groups: Vec<ObjectIdentifier> = match rule.get_raw::<Object<'_>>(OCGS) {
            Some(MaybeRef::Ref(group)) => match rule.get::<Array<'_>>(OCGS) {
                Some(groups) => references(&groups).collect(),
                None => vec![group.into()],
            },
            Some(MaybeRef::NotRef(Object::Array(groups))) => references(&groups).collect(),
            _ => Vec::new(),
        };
        if groups.is_empty() {
            return false;
        }
        let off = groups.iter().filter(|group| self.is_off(**group)).count();
        let all = groups.len();
        let policy = rule.get::<Name<'_>>(P);
        let shown = match policy.as_ref().map(AsRef::<[u8]>::as_ref) {
            Some(b"AllOn") => off == 0,
            Some(b"AnyOff") => off > 0,
            Some(b"AllOff") => off == all,
            _ => off < all,
        };
        !shown
    }
}

fn references<'a>(groups: &Array<'a>) -> impl Iterator<Item = ObjectIdentifier> + use<'a> {
    let groups = groups.raw_iter().take(MAX_GROUPS);
    groups.filter_map(|group| match group {
        MaybeRef::Ref(group) => Some(group.into()),
        MaybeRef::NotRef(_) => None,
    })
}
