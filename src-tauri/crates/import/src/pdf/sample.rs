//! Writes small PDF files for the tests: made-up text at given places, tagged or not.

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// Regular, bold and italic Times, as the resources of every page name them.
pub(super) const REGULAR: &str = "R";
pub(super) const BOLD: &str = "B";
pub(super) const ITALIC: &str = "I";

/// A file in the making. Places are points from the top left corner of a Letter page.
#[derive(Default)]
pub(super) struct Sample {
    pages: Vec<String>,
    /// Type, page and marked-content id of each element of the structure tree.
    elements: Vec<(&'static str, usize, usize)>,
    trailer: String,
    /// Compress the page contents this many times over.
    layers: usize,
    /// There is a layer `L`, and it is switched off.
    hidden_layer: bool,
}

impl Sample {
    /// Begins a page.
    pub fn page(mut self) -> Self {
        self.pages.push(String::new());
        self
    }

    /// One string in one go.
    pub fn text(self, font: &str, size: f32, x: f32, y: f32, text: &str) -> Self {
        let show = format!("({}) Tj", escape(text));
        self.show(font, size, x, y, &show)
    }

    /// Any text-showing operators.
    pub fn show(mut self, font: &str, size: f32, x: f32, y: f32, operators: &str) -> Self {
        if let Some(page) = self.pages.last_mut() {
            let _ = writeln!(
                page,
                "BT /{font} {size} Tf {x} {} Td {operators} ET",
                792.0 - y
            );
        }
        self
    }

    /// Lines of body text under each other, 12 points apart, from `y` on.
    pub fn body(mut self, y: f32, lines: &[&str]) -> Self {
        for (k, line) in lines.iter().enumerate() {
            self = self.text(REGULAR, 10.0, 123.0, y + 12.0 * k as f32, line);
        }
        self
    }

    /// Marks what `draw` puts on the current page as an element of this type.
    pub fn element(mut self, role: &'static str, draw: impl FnOnce(Self) -> Self) -> Self {
        let (page, id) = (self.pages.len() - 1, self.elements.len());
        self.elements.push((role, page, id));
        if let Some(content) = self.pages.last_mut() {
            let _ = writeln!(content, "/P <</MCID {id}>> BDC");
        }
        self.marked(draw)
    }

    /// Marks what `draw` puts on the current page as an artifact.
    pub fn artifact(self, draw: impl FnOnce(Self) -> Self) -> Self {
        self.enclosed("/Artifact BMC\n", draw)
    }

    /// Puts what `draw` puts on the current page on a layer that is switched off.
    pub fn hidden(mut self, draw: impl FnOnce(Self) -> Self) -> Self {
        self.hidden_layer = true;
        self.enclosed("/OC /L BDC\n", draw)
    }

    /// Says what that which `draw` puts on the current page reads as.
    pub fn replaced(self, text: &str, draw: impl FnOnce(Self) -> Self) -> Self {
        let begin = format!("/Span <</ActualText ({})>> BDC\n", escape(text));
        self.enclosed(&begin, draw)
    }

    fn enclosed(mut self, begin: &str, draw: impl FnOnce(Self) -> Self) -> Self {
        if let Some(content) = self.pages.last_mut() {
            content.push_str(begin);
        }
        self.marked(draw)
    }

    /// Adds entries to the trailer.
    pub fn trailer(mut self, entries: &str) -> Self {
        self.trailer.push_str(entries);
        self
    }

    /// Compresses the contents of the pages, `layers` times over.
    pub fn compressed(mut self, layers: usize) -> Self {
        self.layers = layers;
        self
    }

    fn marked(self, draw: impl FnOnce(Self) -> Self) -> Self {
        let mut after = draw(self);
        if let Some(content) = after.pages.last_mut() {
            content.push_str("EMC\n");
        }
        after
    }

    fn stream(&self, content: &str) -> Vec<u8> {
        let mut data = content.as_bytes().to_vec();
        for _ in 0..self.layers {
            let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
            encoder.write_all(&data).expect("writing to memory");
            data = encoder.finish().expect("writing to memory");
        }
        let filters = "/FlateDecode ".repeat(self.layers);
        let mut out =
            format!("<</Length {} /Filter [{filters}]>>\nstream\n", data.len()).into_bytes();
        out.extend(data);
        out.extend(b"\nendstream");
        out
    }

    /// The bytes of the file.
    pub fn build(self) -> Vec<u8> {
        const FIXED: usize = 5;
        let count = self.pages.len();
        let page_id = |k: usize| FIXED + 1 + 2 * k;
        let tree_id = FIXED + 1 + 2 * count;
        let kids: String = (0..count).map(|k| format!("{} 0 R ", page_id(k))).collect();
        let tree = if self.elements.is_empty() {
            String::new()
        } else {
            format!("/StructTreeRoot {tree_id} 0 R /MarkInfo <</Marked true>>")
        };
        let layer_id = tree_id
            + if tree.is_empty() {
                0
            } else {
                1 + self.elements.len()
            };
        let (layer, properties) = if self.hidden_layer {
            (
                format!("/OCProperties <</OCGs [{layer_id} 0 R] /D <</OFF [{layer_id} 0 R]>>>>"),
                format!("/Properties <</L {layer_id} 0 R>>"),
            )
        } else {
            Default::default()
        };
        let mut objects = vec![
            format!("<</Type /Catalog /Pages 2 0 R {tree} {layer}>>").into_bytes(),
            format!("<</Type /Pages /Kids [{kids}] /Count {count}>>").into_bytes(),
        ];
        for name in ["Times-Roman", "Times-Bold", "Times-Italic"] {
            let font = format!(
                "<</Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding>>"
            );
            objects.push(font.into_bytes());
        }
        for (k, content) in self.pages.iter().enumerate() {
            let page = format!(
                "<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {} 0 R \
                 /Resources <</Font <</{REGULAR} 3 0 R /{BOLD} 4 0 R /{ITALIC} 5 0 R>> {properties}>>>>",
                page_id(k) + 1
            );
            objects.push(page.into_bytes());
            objects.push(self.stream(content));
        }
        if !self.elements.is_empty() {
            // The first child is the root itself: a reader must not follow it for ever.
            let kids: String = (0..self.elements.len())
                .map(|k| format!("{} 0 R ", tree_id + 1 + k))
                .collect();
            let root = format!("<</Type /StructTreeRoot /S /Document /K [{tree_id} 0 R {kids}]>>");
            objects.push(root.into_bytes());
            for (role, page, id) in &self.elements {
                let element = format!("<</S /{role} /Pg {} 0 R /K {id}>>", page_id(*page));
                objects.push(element.into_bytes());
            }
        }
        if self.hidden_layer {
            objects.push(b"<</Type /OCG /Name (Layer)>>".to_vec());
        }
        write_file(&objects, &self.trailer)
    }
}

fn escape(text: &str) -> String {
    // WinAnsi has these at other places than Latin-1.
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '(' | ')' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '–' => out.push_str("\\226"),
            '’' => out.push_str("\\222"),
            c => out.push(c),
        }
    }
    out
}

fn write_file(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut offsets = Vec::new();
    for (k, object) in objects.iter().enumerate() {
        offsets.push(out.len());
        out.extend(format!("{} 0 obj\n", k + 1).bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let start = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for offset in offsets {
        out.extend(format!("{offset:010} 00000 n \n").bytes());
    }
    let size = objects.len() + 1;
    out.extend(
        format!("trailer\n<</Size {size} /Root 1 0 R {trailer}>>\nstartxref\n{start}\n%%EOF\n")
            .bytes(),
    );
    out
}
