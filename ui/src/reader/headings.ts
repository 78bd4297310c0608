import type { ChapterView, Side } from '../backend';
import { t } from '../i18n/index.svelte';

/** What is said of a side without a heading: the other one need be neither new nor dropped. */
export function noHeading(chapter: ChapterView | undefined, side: Side): string {
  const kind = chapter?.kind ?? '';
  if (kind === 'carried') return t(`chapter-carried-${side}`);
  if (['split', 'merged'].includes(kind)) return t(`chapter-${kind}`);
  return side === 'left' ? t('chapter-new') : t('chapter-dropped');
}
