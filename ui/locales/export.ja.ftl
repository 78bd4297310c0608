# 出力する表と帳票の文言。画面の文言は ja.ftl にある。

report-title = 新旧対照表
report-chapter = 章：{ $chapter }
opening = 前文
older = 旧
newer = 新
remarks = 備考
unofficial = 非公式の作業用対照表。正文は国連文書による。 Unofficial working comparison; the authentic texts are the UN documents.
digest = 独自の要約であり、本文そのものではない。
translation = 仮訳
date = 日付：{ $date }
source = ファイル：{ $file }
empty = 表示する段落がない。
no-difference = 両文書に相違はない。
paragraphs = 段落は{ $count }（旧は{ $older }）。
method-revision = 一つの文書の草案どうしとして比較（ほぼ同文の段落が{ $percent }％）。
method-related = 同じ主題の二つの文書として比較（ほぼ同文の段落が{ $percent }％のみ）。
cut-short = 比較は途中で打ち切られた。{ $skipped }件の段落又は対応は、ほかほど詳しく調べられていない。
notice-left_empty = 旧文書に段落がないため、すべて新設として扱う。
notice-right_empty = 新文書に段落がないため、すべて削除として扱う。
notice-other_language = 両文書は言語が異なる。段落は番号と順序によって並べ、語句は比較していない。
notice-nothing_shared = 両文書に共通する部分はほとんどない。
notice-no_numbers = 番号付き段落のない文書があるため、対応付けに番号を用いていない。
notice-no_headings = 見出しのない文書があるため、対応付けに章を用いていない。

written = 書き出し先：{ $path }

legend = 凡例
legend-added = 新のみにある部分
legend-removed = 旧のみにある部分
legend-moved = 移動
legend-shared = 共通する語句
spoken-added = 追加：
spoken-removed = 削除：
spoken-end = 変更終わり。

counts = { $kind }：{ $count }
changes = 変更{ $count }か所
likeness = 類似度{ $percent }％
by-hand = 手動で対応付け
proposed-by = 変更履歴の作成者：{ $people }
decision-link = 手動で対応付け
decision-none = 対応なし（手動で決定）
decision-unlink = ¶ { $older } と ¶ { $newer } の対応を手動で解除
check = 対応は推定、要確認
none-added = （新設）
none-removed = （削る）
none-heading = （見出しなし）
unchanged-run = { $numbers }　（略）
renumbered = 番号変更（{ $older }→{ $newer }）
moved-from = { $older }から{ $newer }へ移動
split-into = { $older }を{ $newer }に分割
merged-from = { $older }を{ $newer }に統合

kind-same = 同文
kind-revised = 変更
kind-moved = 移動
kind-moved_revised = 移動・変更
kind-split = 分割
kind-merged = 統合
kind-related = 関連
kind-removed = 削除
kind-added = 新設

chapter-carried = 継続
chapter-split = 分割
chapter-merged = 統合
chapter-dropped = 削除
chapter-new = 新設

tier-identical = 同一
tier-revised = 変更
tier-probable = 推定
tier-related_phrases = 語句の共通のみ
tier-unlinked = 対応なし

class-substance = 文言
class-commitment_verb = 約束の強さを示す動詞
class-number = 数字・日付
class-actor = 主体
class-citation = 引用・脚注
class-punctuation = 句読点
class-case = 大文字・小文字
class-spelling = 表記
class-space = 空白
class-label = 段落・脚注の番号

state-open = 未了
state-done = 済
notes-adrift = 該当箇所が見つからないメモ
note-adrift = 該当箇所のないメモ
footnotes-older = 旧の脚注（比較の対象外）
footnotes-newer = 新の脚注（比較の対象外）

column-older-chapter = 旧の章
column-newer-chapter = 新の章
column-older-numbers = 旧の段落
column-newer-numbers = 新の段落
column-kind = 区分
column-tier = 確度
column-likeness = 類似度（％）
column-older-text = 旧
column-newer-text = 新
column-changes = 変更箇所
column-notes = メモ
column-decisions = 手動の決定
