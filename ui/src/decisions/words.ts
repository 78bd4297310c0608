import type { DecisionView } from '../backend';
import { formatDate, t } from '../i18n/index.svelte';

/** What was decided, in words: `¶ 3 was linked with ¶ 5, ¶ 6`. */
export function decisionWords({ action, left, right }: DecisionView): string {
  const labels = (side: DecisionView['left']) =>
    side.map(({ label }) => t('paragraph', { label })).join(', ');
  if (left.length === 0) return t('decision-none-older', { newer: labels(right) });
  if (right.length === 0) return t('decision-none-newer', { older: labels(left) });
  return t(`decision-${action}`, { older: labels(left), newer: labels(right) });
}

/** Who decided, when and why. */
export function decisionBy({ author, madeAt, reason }: DecisionView): string {
  const who = author === '' ? t('decision-nobody') : author;
  const by = t('decision-by', { author: who, date: formatDate(madeAt) });
  return reason === '' ? by : `${by} · ${t('quoted', { text: reason })}`;
}
