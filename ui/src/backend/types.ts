/** The contract with the engine. The files behind it are generated: see `bindings/`. */
export type { AddNoteRequest } from './bindings/AddNoteRequest';
export type { CancelRequest } from './bindings/CancelRequest';
export type { CatalogueEntry } from './bindings/CatalogueEntry';
export type { CellView } from './bindings/CellView';
export type { ChapterView } from './bindings/ChapterView';
export type { CompareRequest } from './bindings/CompareRequest';
export type { ComparisonView } from './bindings/ComparisonView';
export type { DocumentRequest } from './bindings/DocumentRequest';
export type { DocumentView } from './bindings/DocumentView';
export type { EditNoteRequest } from './bindings/EditNoteRequest';
export type { ErrorView } from './bindings/ErrorView';
export type { ExportRequest } from './bindings/ExportRequest';
export type { HighlightView } from './bindings/HighlightView';
export type { ImportBytesRequest } from './bindings/ImportBytesRequest';
export type { ImportReport } from './bindings/ImportReport';
export type { NotePlace } from './bindings/NotePlace';
export type { NotesRequest } from './bindings/NotesRequest';
export type { NoteView } from './bindings/NoteView';
export type { NoticeView } from './bindings/NoticeView';
export type { OpenPair } from './bindings/OpenPair';
export type { PieceView } from './bindings/PieceView';
export type { ProgressView } from './bindings/ProgressView';
export type { RowHead } from './bindings/RowHead';
export type { RowsRequest } from './bindings/RowsRequest';
export type { RowView } from './bindings/RowView';
export type { SettingsView } from './bindings/SettingsView';
export type { StartView } from './bindings/StartView';
export type { SuggestionView } from './bindings/SuggestionView';
export type { SummaryView } from './bindings/SummaryView';

/** Which text: `left` is the older one, wherever it is shown. */
export type Side = 'left' | 'right';
