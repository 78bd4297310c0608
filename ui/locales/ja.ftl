# 画面の文（日本語）。

app-title = WSIS Compare
starting = ライブラリを開いています…
start-failed = ライブラリを開けませんでした。
close = 閉じる
cancel = 中止
cancelling = 中止しています…
keep = 残す
copied = コピーしました
quoted = 「{ $text }」
paragraph = ¶ { $label }
messages = お知らせ
jobs = 実行中の処理

## Bar

chapters = 章
notes = 注記
library = ライブラリ
settings = 設定
export = 書き出し
find = 検索
open-file = ファイルを開く
swap = 新旧の文書を入れ替える
only-changes = 変更のみ
undo = 元に戻す
redo = やり直す
decisions = 決定
method-button = 比較方法: { $name }
method-regime = 二つの文書の関係
method-granularity = 差分の単位
regime-revision = 草案
regime-related = 関連文書
regime-choice-auto = 自動で判断
regime-choice-revision = 一つの文書の草案どうし（順序どおり）
regime-choice-related = 同じ主題の二つの文書（順不同）
regime-why-revision = 現在は草案として比較（パラグラフの { $percent }% がほぼ同文のため）
regime-why-related = 現在は関連文書として比較（ほぼ同文のパラグラフが { $percent }% のみのため）
granularity-word = 語
granularity-character = 文字
granularity-sentence = 文全体
chooser-left = 旧文書: { $name }
chooser-right = 新文書: { $name }
chooser-none = 文書を選ぶ
side-left = 旧
side-right = 新

## Filter

filter-button = 表示: { $name }
filter-button-all = 絞り込み
filter-all = すべて
filter-revised = 修正
filter-added = 新設
filter-removed = 削除
filter-moved = 移動
filter-structure = 分割・統合
filter-related = 関連
filter-noted = 注記あり
filter-decided = 手動で決めた行
filter-rows = 表示する行
filter-classes = 通常の濃さで示す変更（ほかは淡色）
filter-dim-nothing = 淡色表示をやめる
filter-nothing = 該当するパラグラフはありません。
filter-show-all = すべて表示

## Find

find-count = { $count ->
    [0] 見つかりません
   *[other] { $count } 件
  }
find-position = { $at } / { $count }
find-next = 次
find-previous = 前

## Go to a paragraph

go-to-title = パラグラフへ移動
go-to-label = パラグラフ番号（新文書を優先）
go-to-go = 移動
go-to-missing = この番号のパラグラフはありません。

## Export

export-all = 全体
export-chapter = 「{ $name }」のみ
export-html = 閲覧・印刷用ウェブページ（HTML）
export-csv = 表計算ソフト用の表（CSV）
export-json = プログラム用データ（JSON）
export-done = 書き出しました: { $path }
export-open-folder = フォルダーを開く

## Settings

settings-language = 言語
settings-theme = 配色
settings-text-size = 本文の文字サイズ
settings-fetching = 公式文書の取得
fetching-ask = 毎回確認する
fetching-click = ボタンを押すだけで取得する
fetching-never = 取得しない
settings-newer-left = 新文書を左に置く（新旧対照表）
settings-letter-keys = 一文字のショートカットを使う（n、p、j、k、?）
settings-author = 名前
settings-data = バージョン { $version }。ライブラリの場所: { $folder }。公式文書の取得を指示しない限り、データがこのコンピュータの外へ出ることはありません。
theme-system = システムに合わせる
theme-light = ライト
theme-dark = ダーク

## Library

library-own = 正文・自分のファイル
library-digests = 要約（独自の言葉によるもの）
library-empty = ライブラリは空です。ファイルを開くか、この画面にドロップしてください。
library-counts = 番号付きパラグラフ { $numbered }、見出し { $headings }
library-digest = 要約
library-remove = 取り除く
library-remove-sure = ライブラリから取り除きますか。元のファイルは残ります。
empty-title = 文書がまだありません
empty-words = PDF、Word又はテキストのファイルを開くか、この画面にドロップしてください。二つの文書がそろうと比較できます。
choose-title = 二つの文書を選んでください
choose-words = 上の欄で旧文書と新文書を選ぶか、ファイルを開いてください。
drop-here = PDF、Word又はテキストのファイルをドロップすると読み込みます

## Official texts

digest-line = これは独自の言葉による要約であり、公式の文書ではありません。
catalogue-get = 公式文書を入手する
official-title = 公式文書の入手
official-why = このプログラムは公式文書を含みません。ブラウザで文書のページから入手するか、このプログラムに取得させてください。
official-symbol = 文書記号、又は文書のページのアドレス
official-examples = 例: A/RES/80/173、A/C.2/80/L.58、S/RES/2728(2024)。下の一覧の名称でも探せます。
official-known = 名称で選べる文書
official-list = 一覧に戻る
official-no-symbol = 文書記号のない草案です。公式文書には含まれず、掲載ページでのみ読めます。
official-language = 言語
official-six = 公式文書は、アラビア語、中国語、英語、フランス語、ロシア語、スペイン語で発行されます。日本語は国連の公用語ではないため、公式文書はありません。
official-mark-library = ライブラリにあります
official-mark-kept = 取得済み
official-by-page = ブラウザで入手する
official-by-page-words = ページを開いてPDF又はWordファイルを保存し、この画面にドロップするか、ここから開いてください。国連のサーバーに接続するのはブラウザであり、このプログラムではありません。
official-open-page = ブラウザでページを開く
official-open-file = 保存したファイルを開く
official-directly = 直接取得する
official-directly-words = ボタンを押すと、この文書のためだけに { $host } に接続し、Word、旧形式の Word、PDF の順にファイルが見つかるまで問い合わせます（通常 2 回、多くても 4 回ほど、全体で 1 分以内）。サーバーに伝わるのは、ブラウザの場合と同じく、インターネット上のアドレス、文書記号、言語だけです。取得したファイルは保存し、再び接続することはありません。
official-format = ファイルの種類
official-format-best = Word（なければPDF）
official-format-word = Word
official-format-pdf = PDF
official-fetch = { $host } から取得
official-ask = { $symbol }（{ $language }）のために、{ $host } に接続してよろしいですか。
official-ask-yes = 接続して取得する
official-ask-no = やめる
official-never = 設定で直接の取得を禁止しています。ブラウザで入手してください。
official-here = すでに手元にあります
official-in-library = この文書（{ $language }）はライブラリにあります。接続の必要はありません。
official-kept = このファイルは{ $date }に取得し、保存してあります。接続の必要はありません。
official-read-kept = 保存してあるファイルを読む
official-from-here = この文書はすでに手元にありました。どこにも接続していません。
official-other-language = { $asked }を求めましたが、サーバーは{ $language }の文書を送ってきました。その言語の版は存在しない可能性があります。使う前に確かめてください。ファイルは保存していません。
official-other-symbol = この文書の記号は { $symbol } で、求めた記号と異なります。目的の文書であるか確かめてください。違う場合は破棄し、ブラウザでページを開いてください。ファイルは保存していません。

## Comparing

comparing = 比較しています…
reader = 二つの文書
about-comparison = この比較について
reader-rows = 左右に並べた本文
reader-table = 対応するパラグラフ
overview-strip = 比較全体の見取り図
cut-align = 比較を途中で打ち切りました。{ $count } 個のパラグラフは対応付けが粗くなっています。
cut-differences = 比較を途中で打ち切りました。{ $count } 個のパラグラフは語句の比較が粗くなっています。
no-difference = 違いはありません。{ $count } 個のパラグラフすべてが同文です。
row-loading = 読み込み中
row-new = （新設）
row-dropped = （削る）
chapter-new = （新設の章）
chapter-dropped = （削られた章）
chapter-carried-left = （旧文書に見出しなし）
chapter-carried-right = （新文書に見出しなし）
chapter-split = （前の章の続き）
chapter-merged = （前の章の続き）
chapter-opening = 冒頭
head-no-older = 対応する旧の章なし
head-no-newer = 対応する新の章なし
chip-moved = ¶ { $from } から移動
chip-moved-chapter = 別の章の ¶ { $from } から移動
chip-moved-preambular_to_operative = 前文の ¶ { $from } から本文へ移動
chip-moved-operative_to_preambular = 本文の ¶ { $from } から前文へ移動
chip-split = ¶ { $from } を ¶ { $to } に分割
chip-merged = ¶ { $from } を ¶ { $to } に統合
chip-related = 関連：同じ事柄を別の言葉で述べる
moved-away = ¶ { $from } は ¶ { $to } へ移動
chip-peek = 移動のもう一方の位置をここに表示
peek-left = 旧文書での位置
peek-right = 新文書での位置
peek-go = そこへ移動
fold-unchanged = { $count ->
    [1] ¶ { $first }　（略）同文
   *[other] ¶ { $first }～{ $last }　（略）同文
  }
fold-not-shown = { $count ->
    [1] ¶ { $first }　非表示
   *[other] ¶ { $first }～{ $last }　非表示（{ $count }）
  }
spoken-added = 挿入：
spoken-removed = 削除：
spoken-end = 、終わり。
spoken-note-ins = 脚注の挿入：
spoken-note-del = 脚注の削除：
note-label-same = 同じ脚注で番号だけが異なります
note-citation-ins = 追加された脚注、または文言が変わった脚注
note-citation-del = 削除された脚注、または文言が変わった脚注
spoken-added-by = { $author } による挿入：
spoken-removed-by = { $author } による削除：
spoken-bracket = { $level ->
    [1] 括弧
   *[other] 第 { $level } 段の括弧
  }、{ $words }：
spoken-bracket-end = { $level ->
    [1] 、括弧終わり
   *[other] 、第 { $level } 段の括弧終わり
  }
byline = 変更履歴の作成者
list-comma = 、

## Negotiation marks

brackets = 交渉上の括弧・注記 { $count } 件
mark-open = 未合意
mark-of = { $names } の括弧
mark-wish = { $names }：{ $wish }
mark-level = 第 { $level } 段
mark-with = { $words }（{ $count } 案のうち { $at }）
mark-option = 選択肢の名称
mark-placeholder = 未起草
mark-agreed = 合意済み
mark-ad_referendum = 本国の了承を条件に合意（アド・レファレンダム）
mark-preliminarily = 暫定合意
mark-suggested_for_closure = 議論終了の提案
mark-former = パラグラフの出所
mark-verb-add = 追加
mark-verb-delete = 削除
mark-verb-retain = 維持
mark-verb-move = 移動
mark-verb-replace = 置換え
mark-verb-reserve = 留保
mark-verb-alternative = 代案
mark-verb-bracket = 括弧に入れる
mark-verb-clean = 括弧を外す
mark-verb-clarify = 説明を求める
mark-verb-support = 支持
mark-verb-oppose = 反対

## Why paragraphs stand side by side

evidence-numbers = { $newer } ← { $older }
evidence-likeness = 一致度 { $percent }%
evidence-phrases = 共通の語句 { $phrases }
evidence-next-best = 次の候補
evidence-next-best-likeness = （一致度 { $percent }%）
evidence-by-order = 番号と順序により対応
evidence-chapters = 章どうしが対応（{ $percent }%）
movement-place = 別の位置へ
movement-chapter = 別の章へ
movement-preambular_to_operative = 前文から本文へ
movement-operative_to_preambular = 本文から前文へ
evidence-locked = 手動で決定
evidence-see-also = 参照
evidence-suggestion = （旧文書、共通の語句 { $phrase }）

## 手動での決定

action-link = 対応を付ける…
action-mark = 対応付けの印を付ける
action-split = 新文書のパラグラフを加える…
action-merge = 旧文書のパラグラフを加える…
action-unlink = 対応を外す
action-lock = このまま確定
action-lock-none = 対応なしで確定
action-free = 確定を取り消す
decision-link = { $older } と { $newer } を対応させる
decision-unlink = { $older } と { $newer } は対応しない
decision-none-older = { $newer } に対応する旧文書のパラグラフはない
decision-none-newer = { $older } に対応する新文書のパラグラフはない
decision-by = { $author }、{ $date }
decision-nobody = 名前なし
decision-gone = 文書にないパラグラフ: { $labels }
decision-jump = その行へ
decision-why = 理由を書く…
decision-remove = 取り消す
decisions-empty = この二つの文書について、手動の決定はまだありません。行を選び、Alt+L で対応付け、Alt+U で対応の解除、Alt+K で確定ができます。
decided-linked = 対応を付けました。{ $changed ->
    [0] ほかに変わった行はありません。
   *[other] ほかに { $changed } 行が変わりました。
  }
decided-parted = 対応を外しました。{ $changed ->
    [0] ほかに変わった行はありません。
   *[other] ほかに { $changed } 行が変わりました。
  }
decided-locked = 確定しました。以後の比較でこの行は変わりません。
decided-freed = 確定を取り消しました。{ $changed ->
    [0] ほかに変わった行はありません。
   *[other] ほかに { $changed } 行が変わりました。
  }
decided-removed = 決定を取り消しました。{ $changed ->
    [0] ほかに変わった行はありません。
   *[other] ほかに { $changed } 行が変わりました。
  }
decided-undo = 元に戻しました。{ $changed ->
    [0] ほかに変わった行はありません。
   *[other] ほかに { $changed } 行が変わりました。
  }
decided-redo = やり直しました。{ $changed ->
    [0] ほかに変わった行はありません。
   *[other] ほかに { $changed } 行が変わりました。
  }
decided-reason = 理由を決定とともに保存しました。
pairing-title = 対応するパラグラフ
pairing-add-left = 旧文書のパラグラフを加える（番号または語句）
pairing-add-right = 新文書のパラグラフを加える（番号または語句）
pairing-offers = 候補のパラグラフ
pairing-none = なし
pairing-remove = ¶ { $label } を外す
pairing-save = 対応させる
pairing-save-none = 対応なしとする
naming-title = どなたの決定ですか
naming-label = 名前
naming-words = 名前は、日付とともに決定ごとに保存されます。空欄でもかまいません。設定で変更できます。
naming-go = 続ける
reason-title = 理由
reason-label = 理由（空欄可）
reason-save = 理由を保存
question-title = 以前の決定と矛盾します
question-words = { $count ->
    [one] 一つのパラグラフに、矛盾する決定は置けません。新しい決定を、次の決定に代えて採りますか。
   *[other] 一つのパラグラフに、矛盾する決定は置けません。新しい決定を、次の { $count } 件の決定に代えて採りますか。
  }
question-keep = 以前の決定を残す
question-replace = 新しい決定を採る
tier-identical = 同文
tier-revised = 確実に対応
tier-probable = おそらく対応：要確認
tier-related_phrases = 一部の語句が共通
tier-unlinked = 対応なし

kind-heading = 見出し
kind-same = 同文
kind-revised = 修正
kind-moved = 移動
kind-moved_revised = 移動・修正
kind-split = 分割
kind-merged = 統合
kind-related = 関連
kind-added = 新設
kind-removed = 削除

class-name-substance = 文言
class-name-commitment_verb = 約束の強さを示す動詞
class-name-number = 数字・日付
class-name-actor = 主体
class-name-citation = 引用・脚注
class-name-punctuation = 句読点
class-name-case = 大文字・小文字
class-name-spelling = 表記・ハイフン
class-name-space = 空白
class-name-label = 段落・脚注の番号
class-commitment_verb = 約束の強さを示す動詞 { $count }
class-number = 数値 { $count }
class-actor = 主体 { $count }
class-citation = 引用・脚注 { $count }
class-label = 段落番号 { $count }
mark-commitment_verb = 動詞
mark-number = 数値
mark-actor = 主体
mark-citation = 引用
mark-locked = 手動
margin-different = 相違 { $percent }%

## Chapters

tag-new = 新設
tag-dropped = 削除
bar-unchanged = 同文
bar-changed = 変更
bar-added = 新設
bar-removed = 削除
count-unchanged = 同文 { $count }
count-changed = 変更 { $count }
count-added = 新設 { $count }
count-removed = 削除 { $count }
count-notes = 注記 { $count }

## Notes

side-pane = 概要と注記
tab-start = 概要
tab-notes = 注記（{ $count }）
tab-decisions = 決定（{ $count }）
notes-empty = パラグラフの語句を選び、「注記を付ける」を押すと、考えを書き留めることができます。
notes-orphans = 対象箇所が見つからない注記
notes-orphans-words = 対象の語句が本文からなくなりました。注記は削除されていません。
note-add = 注記を付ける
note-body = 注記
note-tags = タグ
note-tags-hint = 立場、要確認
note-save = 注記を保存
note-saving = 保存しています…
note-saved = 保存しました
note-not-saved = 注記を保存できませんでした。文はここに残っています。もう一度試すか、コピーしてください。
note-copy = 文をコピー
note-discard = 破棄
note-first = 先にこの注記を保存するか破棄してください。その後で次の注記を書けます。
note-edit = 編集
note-delete = 削除
note-delete-sure = この注記を完全に削除しますか。
note-done = 済み
note-mark-done = 済みにする
note-reopen = 未済に戻す
note-by = { $author }のコメント（{ $date }）
note-answer-by = { $author }の返信（{ $date }）
note-jump = ¶ { $label } へ
margin-notes = 注記 { $count } 件

## Overview

start-title = 何が変わったか
start-chapters = 全 { $count } 章{ $added ->
    [0] 、新設なし
   *[other] 、うち新設 { $added } 章
  }{ $dropped ->
    [0] 。
   *[other] 。削られた章は { $dropped } 章。
  }
start-paragraphs = パラグラフは { $count } 個（旧文書は { $older } 個）。
summary-same = 同文 { $count }
summary-revised = 修正 { $count }
summary-moved = 移動 { $count }
summary-split = 分割 { $count }
summary-merged = 統合 { $count }
summary-related = 関連 { $count }
summary-added = 新設 { $count }
summary-removed = 削除 { $count }
start-words = 引き継がれたパラグラフでは { $added } 語が加わり、{ $removed } 語が削られました。
method-why-revision = 一つの文書の草案どうしとして比較しています（ほぼ同文のパラグラフが { $percent }%）。
method-why-related = 同じ主題の二つの文書として比較しています（ほぼ同文のパラグラフが { $percent }% のみ）。
method-chosen-revision = 選択に従い、一つの文書の草案どうしとして比較しています（ほぼ同文のパラグラフが { $percent }%）。
method-chosen-related = 選択に従い、同じ主題の二つの文書として比較しています（ほぼ同文のパラグラフが { $percent }%）。
start-highlights = 実質的な変更（主なもの）
start-digest = この文書について
start-digest-words = 表示しているのは、このプログラムのために独自の言葉で書いた決議の要約です。引用や交渉には公式文書を読み込んでください。
samples-title = もう一つの練習用文書
samples-words = 架空の会議で一つの章が交渉された五つの草案です。ゼロ・ドラフトから採択文書まで、段落の移動や分割、角括弧、代表団名の書き込みを試せます。
samples-try = 架空の交渉を試す
start-help = F8 で次の変更へ移動します。F1 でショートカットの一覧を表示します。

## Status

status-start = { $count ->
    [0] 変更なし
   *[other] 変更 { $count } か所
  }
status-change = 変更 { $at } / { $count }
status-changes = 変更 { $count } か所
status-with = { $changes }（{ $classes }）
status-by = { $authors } による
status-folded = { $count } 個のパラグラフを省略
status-dimmed = 変更 { $count } か所を淡色表示{ $rows ->
    [0] {""}
   *[other] （{ $rows } 行はほかに変更なし）
  }
status-dimmed-numbers = 番号の変更 { $count } 件を淡色表示
status-marked = ¶ { $label } に印を付けました。対応する行へ移って Alt+L を押すか、もう一度 Alt+L を押して番号で選びます。Esc でやめます。
next-change = 次の変更
previous-change = 前の変更

## Shortcuts

help-title = キーボードショートカット
command-next-change = 次の変更
command-previous-change = 前の変更
command-first-change = 最初の変更
command-last-change = 最後の変更
command-next-row = 次の行
command-previous-row = 前の行
command-find = 検索
command-find-next = 次の検索結果
command-find-previous = 前の検索結果
command-go-to = パラグラフへ移動
command-peek = 移動したパラグラフのもう一方の位置を表示
command-note = 選択した語句に注記
command-mark = 対応付けの印を付ける。次の行で押すと対応付け
command-unlink = 行の対応を外す
command-split = 行に新文書のパラグラフを加える（分割）
command-merge = 行に旧文書のパラグラフを加える（統合）
command-lock = 行をこのまま確定する、または取り消す
command-undo = 直前の決定を元に戻す
command-redo = 決定をやり直す
command-regime = 比較方法の切り替え（自動・草案・関連文書）
command-granularity = 差分の単位の切り替え（語・文字・文）
command-classes = 行と変更の種類の絞り込み
command-swap = 文書を入れ替える
command-export = 書き出し
command-open-file = ファイルを開く
command-messages = 最新のメッセージへ移動
command-help = この一覧
help-report = 読み込みの報告の本文構成で
report-key-heading = 見出し（通常の段階又は指定の段階）
report-key-paragraph = パラグラフ
report-key-title = 題名
report-key-number = 番号の設定・取り消し
report-key-join = 前の部分と結合
report-key-split = 文の前で分割
report-key-drop = 本文から外す
report-key-undo = 元に戻す、やり直す

## Work in progress

job-fetch = { $name } を取得しています
job-import = { $name } を読み込んでいます
job-compare = { $name } と比較しています
job-export = { $name } に書き出しています
stage-fetching = サーバーから受信中
stage-reading = ファイルの読み取り
stage-structuring = 章とパラグラフの検出
stage-aligning = 対応する箇所の検出
stage-differencing = 語句の比較
stage-writing = 書き込み

## Import

import-done = { $title } をライブラリに加えました。番号付きパラグラフ { $numbered }、見出し { $headings }{ $warnings ->
    [0] 。
   *[other] 。要確認 { $warnings } 件。
  }
import-known = { $title } は既にライブラリにあります。変更はありません。
import-compare-left = 旧文書として比較
import-compare-right = 新文書として比較
import-show-report = 読み込みの報告
import-notes = 以前の版の注記：{ $carried } 件を引き継ぎました{ $lost ->
    [0] 。
   *[other] 。{ $lost } 件は対象箇所が見つからず、注記の一覧に残しています。
  }
import-carry = 前の版の決定と注記を引き継ぐ
import-links = 以前の版についての決定 { $count } 件を引き継ぎました。
version-newer-of = 前の版を指定…
version-title = 前の版はどの文書ですか
version-words = { $name } に、次の文書の決定と注記を引き継ぎます。
version-none = ライブラリにほかの文書がありません。
carried-title = 引き継ぎの結果
carried-from = 引き継ぎ元: { $name }
carried-links = { $count } 件の決定を引き継ぎました。{ $known ->
    [0] {""}
   *[other] { $known } 件はすでにありました。
  }
carried-notes = { $count } 件の注記を引き継ぎました。{ $known ->
    [0] {""}
   *[other] { $known } 件はすでにありました。
  }
carried-left-links = 前の版に残した決定
carried-ambiguous = 語句が複数の場所にある注記
carried-orphaned = 語句がもう文書にない注記
carried-nothing-lost = 失われたものはありません。前の版を開けば、すべて元のままです。
carried-replaced = これらは置き換えた版とともに残り、そのファイルを元のとおりに読み込めば再び現れます。
carried-why-gone = ¶ { $label } はもうありません。
carried-why-split = ¶ { $label } は分割されました。
carried-why-merged = ¶ { $label } はほかのパラグラフと統合されました。
carried-why-uncertain = ¶ { $label } の文言はほとんど残っていません。
carried-why-contradicts = これらのパラグラフには、すでに別の決定があります。

## Before a file is in the library

intake-title = 読み込み結果（未保存）
intake-waiting = ほかに { $count } 件のファイルが待っています
intake-known = この文書は既にライブラリにあります。
intake-corrects = ライブラリの文書を訂正しています。置き換えるまで元の文書はそのままです。
intake-save = ライブラリに加える
intake-save-both = 両方を加えて比較する
intake-save-all = { $count } 件すべてを加える
intake-save-replace = 以前の版と置き換える
intake-save-beside = 両方の版を残す
intake-discard = 破棄
intake-discard-all = すべて破棄
intake-leave-sure = 訂正は保存されていません。破棄しますか。
intake-go-on = 訂正を続ける
intake-correct = 訂正する…
page = { $page } 頁
fact-title = 題名
fact-symbol = 文書記号
fact-date = 日付
fact-language = 言語
fact-language-found = 自動判定：{ $language }
fact-language-differs = 本文は{ $language }のようです。言語を確認してください。
recognised-chapters = 章 { $count }
recognised-sections = 節 { $count }
recognised-opening = 前文 { $count }
recognised-numbered = 番号付きパラグラフ { $count }
recognised-items = 項目 { $count }
recognised-other = 番号のないパラグラフ { $count }
recognised-footnotes = 脚注 { $count }
recognised-brackets = 括弧書き { $count } か所
recognised-brackets-of = 括弧内の名前：{ $names }
tracked-title = 変更履歴
tracked-counts = 挿入 { $inserted } か所、削除 { $deleted } か所{ $moved ->
    [0] 。
   *[other] 、移動 { $moved } か所。
  }
tracked-authors = 提案者：{ $authors }
tracked-nobody = 名前なし
tracked-accepted = 承諾されたものとして読む
tracked-rejected = 却下されたものとして読む
tracked-both = 修正前と修正案の二つの文書にして比較する
tracked-list = 変更の一覧（{ $count } 件）
tracked-kind-inserted = 挿入
tracked-kind-deleted = 削除
tracked-kind-moved_from = 移動元
tracked-kind-moved_to = 移動先
report-show-place = 箇所を表示
report-not-compared = 比較しないもの
report-comments = ファイルのコメント { $count } 件
report-corrections = 行った訂正
report-withdraw = 取り消す
report-bring-back = 本文に戻す
report-bring-back-here = 「{ $words }」の前に戻す
report-more = ほか { $count } 件
part-pictures = 図・画像
part-text = パラグラフ外の文字
part-comments = コメント
part-hidden_text = 隠し文字
part-text_boxes = テキストボックス
part-embedded = 埋め込みファイル
why-masthead = 最初のページの上部にあり、文書を示す部分です。
why-running_head = 各ページの上部又は下部に繰り返し現れます。
why-page_number = ページを数える番号です。
why-job_number = 文書の印刷・整理のためのものです。
why-closing = 採択した会合を示す行です。
why-hidden = ファイルの中で非表示とされている文字です。
why-furniture = 本文の外にあるもの（目次、ヘッダー、フッター、罫線など）です。
why-by_hand = 本文ではないと指定されたものです。
outline-title = 読み取った本文
outline-list = 本文の構成。矢印キーで移動。H 見出し、P パラグラフ、T 題名、N 番号、J 結合、S 分割、Delete 除外。
outline-tools = 選択した部分の扱い
outline-corrected = 訂正済み
piece-title = 題名
piece-heading = 見出し { $level }
piece-front_matter = 本文の前
piece-preambular = 前文
piece-operative = パラグラフ
piece-item = 項目
piece-continuation = 番号なし
tool-role = この部分の扱い
tool-number = 番号…
tool-number-label = 印刷どおりの番号（空欄は番号なし）
tool-set = 設定
tool-join = 前と結合
tool-split = 分割…
tool-split-title = 次の文から新しいパラグラフにする：
tool-split-none = この部分は一文だけです。
tool-drop = 本文から外す
tool-bring-back = 本文に含める
correction-heading = 見出し { $level }：「{ $words }」
correction-title = 題名：「{ $words }」
correction-paragraph = パラグラフ：「{ $words }」
correction-number = 番号 { $label }：「{ $words }」
correction-no_number = 番号なし：「{ $words }」
correction-join = 前と結合：「{ $words }」
correction-split = 新しいパラグラフ：「{ $words }」
correction-drop = 外したもの：「{ $words }」
correction-restore = 戻したもの：「{ $words }」
report-title = 読み込みの報告
report-warnings = 要確認
report-no-warnings = 確認が必要な点はありません。
report-stripped = 比較の対象から外したもの
report-nothing-stripped = 外したものはありません。
report-stripped-count = { $kind }: { $count }
stripped-masthead = 題字部分
stripped-running_head = 柱（ページ上部の見出し）
stripped-page_number = ページ番号
stripped-job_number = 文書整理番号・バーコード
stripped-closing = 採択会合に関する行
stripped-hidden = 隠し文字
stripped-furniture = その他の紙面要素
stripped-by_hand = 手作業で外したもの
warning-no_numbers = 番号付きパラグラフが見つかりませんでした。番号なしで比較します。
warning-no_headings = 見出しが見つかりませんでした。全体を一つの章として比較します。
warning-numbering_gap = { $place } で番号が飛んでいます（次の番号は { $detail }）。ファイルに欠けた部分があるかもしれません。
warning-note_unmatched = 脚注とその印が対応していません（{ $place } { $detail }）。
warning-revisions_accepted = 変更履歴は承諾されたものとして読み込みました（{ $detail }）。
warning-revisions_rejected = 変更履歴は元に戻されたものとして読み込みました（{ $detail }）。
}
warning-encoding = 読めない文字があり、置き換えました（{ $detail }）。
warning-unbalanced_brackets = パラグラフ { $place } の角括弧に対になるものがありません（{ $detail } か所）。そのまま残しました。どこまでが未合意かを確かめてください。
warning-untagged = このPDFにはパラグラフの区切りの情報がなく、紙面上の位置から判断しました。区切りを確認してください。
warning-page_without_text = { $place } ページは画像だけで、文字がないか、スタンプ程度しかありません。スキャンの可能性があります。その内容は比較されません。先に文字認識（OCR）を行うか、文字のある版を開いてください。
warning-correction_lost = 以前の訂正を適用できません。対象の語句がファイルにありません（「{ $detail }」）。

## Notices

notice-database-newer = ライブラリは、このプログラムの新しい版で書かれています。{ $path } にそのまま残し、空のライブラリを開きました。プログラムを更新すると再び読めます。
notice-database-damaged = ライブラリを読めませんでした。変更せずに { $path } に残し、空のライブラリを開きました。注記を取り出せる可能性があるため、このファイルは保管してください。
notice-database-migrated = ライブラリを新しい形式に更新しました。更新前の写しは { $path } にあります。
notice-other = ライブラリに関するお知らせ（{ $code }）: { $path }
notice-left_empty = 旧文書にパラグラフがありません。すべて新規として扱います。
notice-right_empty = 新文書にパラグラフがありません。すべて削除として扱います。
notice-other_language = 二つの文書は言語が異なります。パラグラフは番号と順序によって並べ、語句は比較しません。
notice-nothing_shared = 二つの文書に共通する部分はほとんどありません。
notice-no_numbers = 番号付きパラグラフのない文書があるため、対応付けに番号を使えませんでした。
notice-no_headings = 見出しのない文書があるため、対応付けに章を使えませんでした。

## 動詞の表

verbs-title = 約束の強さを示す動詞
verbs-words = 一行が一つの強さで、上ほど強い表現です。同じ強さの動詞は読点で区切ります。順序は慣用の一つの読み方にすぎず、自由に変えられます。変更はすぐに比較に反映されます。
verbs-language = 文書の言語
verbs-step = 強さ { $rank }
verbs-up = 強さ { $rank } を一段強くする
verbs-down = 強さ { $rank } を一段弱くする
verbs-remove = 強さ { $rank } を削除
verbs-add = 行を加える
verbs-reset = 初期の表に戻す
verbs-save = 保存して比較

## Errors: the file, the reason, what to do

error-import-empty = { $file } は空です。保存又はダウンロードし直してから、もう一度開いてください。
error-import-unsupported = { $file } は読めません。PDF、Word（.docx）、ウェブページ、Markdown、プレーンテキストのいずれでもありません（{ $detail }）。いずれかの形式で保存して開いてください。
error-import-mismatch = { $file } の中身は名前と異なります（{ $detail }）。正しい拡張子に直すか、元のプログラムで保存し直してください。
error-import-damaged = { $file } は壊れています（{ $detail }）。ダウンロード又は保存し直してから、もう一度開いてください。
error-import-legacy-word = { $file } は旧形式のWordファイル（.doc）です。WordかLibreOfficeで開いて.docxで保存し、それを開いてください。LibreOfficeを入れれば、そのまま開けます。
error-import-encrypted = { $file } はパスワードで保護されています。パスワードのない写しを保存して開いてください。
error-import-no-text = { $file } には文字がありません。画像だけの可能性があります。Wordファイルなど文字のある版を開くか、先に文字認識を行ってください。
error-import-too-large = { $file } は大きすぎて読めません（{ $detail }）。一部だけを開いてください。
error-draft-gone = 読み込んだ内容が残っていません。保存されたものはありません。ファイルをもう一度開いてください。
error-label-unknown = 「{ $detail }」は番号として読めません。12、5 bis、26A、(a)、(iv) のように印刷どおりに入力してください。
error-date-unknown = 「{ $detail }」は日付として読めません。2025-12-17 のように年・月・日で入力してください。
error-symbol-empty = 文書記号を入力してください。例: A/RES/80/173
error-symbol-unfinished = 続けて入力してください。文書記号がまだ途中です。
error-symbol-too-long = 文書記号としては長すぎます。文書の冒頭にあるとおりに入力してください。例: A/RES/80/173
error-symbol-character = 文書記号に「{ $detail }」は使えません。英字、数字、斜線、ピリオド、ハイフン、丸括弧で入力してください。
error-symbol-organ = 文書記号は「{ $detail }」ではなく、機関の記号で始まります。例: A/RES/80/173
error-symbol-part = 「{ $detail }」は文書記号の一部として読めません。文書の冒頭と見比べてください。
error-symbol-suffix-inside = 「{ $detail }」は文書記号の末尾に置くものです。その後の部分を取り除いてください。
error-symbol-resolution-form = 決議の記号は、第30会期までは会期を括弧に入れ、それ以降は斜線の間に書きます。{ $detail } と入力してください。
error-fetch-not-allowed = 許可がないため、取得しませんでした。ブラウザでページを開くか、設定を変えてください。
error-fetch-language = この言語（{ $detail }）の公式文書はありません。国連の六つの公用語から選んでください。
error-fetch-base = { $detail } はこのコンピュータ上のサーバーではありません。何も取得しませんでした。
error-fetch-another = 別の文書を取得しています。終わるのを待つか中止してから、もう一度試してください。
error-fetch-offline = { $detail } に接続できません。接続を確かめてもう一度試すか、手元にあるファイルを開いてください。
error-fetch-insecure = { $detail } と安全に接続できなかったため、取得しませんでした。通信を検査するネットワークが原因かもしれません。ブラウザでページを開いてください。
error-fetch-timeout = { $detail }秒以内に受信できませんでした。サーバーが遅いことはよくあります。後でもう一度試すか、ブラウザでページを開いてください。
error-fetch-interrupted = ファイルを最後まで受信できませんでした（{ $detail }）。途中までの内容は残していません。もう一度試すか、ブラウザでページを開いてください。
error-fetch-busy = サーバーが混み合っています（状態 { $detail }）。数分後にもう一度試すか、ブラウザでページを開いてください。
error-fetch-refused = サーバーに断られました（{ $detail }）。ブラウザでページを開いてください。
error-fetch-redirect = サーバーから { $detail } へ転送されましたが、このプログラムはそこへ接続しません。ブラウザでページを開いてください。
error-fetch-no-such-document = この言語と種類の文書はサーバーにありません。文書記号を確かめ、別の言語や種類を試すか、ブラウザでページを見てください。
error-fetch-not-published = この文書は予告されていますが、この言語ではまだ公開されていません。後日もう一度試すか、ブラウザでページを見てください。
error-fetch-too-large = ファイルが { $detail } を超えるため、取得しませんでした。ブラウザでページから保存してください。
error-fetch-word-perfect = この文書はWordPerfectファイルしかなく、ここでは読めません。ブラウザでページを開いてPDFを探すか、文書作成ソフトで変換してください。
error-fetch-unknown-kind = 受信したものはPDFでもWordファイルでもないため（{ $detail }）、保存しませんでした。ブラウザでページを開いてください。
error-cancelled = 中止しました。変更はありません。
error-file-not-found = { $file } が見つかりません。移動又は名前が変更された可能性があります。選び直してください。
error-file-unreadable = { $file } を読めませんでした（{ $detail }）。開く権限があるか、他のプログラムが使っていないかを確認してください。
error-not-found = 指定されたものはライブラリにありません（{ $detail }）。別の文書を選んでください。
error-invalid = 要求を理解できませんでした（{ $detail }）。もう一度試し、繰り返す場合は報告してください。
error-write-failed = { $file } に書き込めませんでした（{ $detail }）。別のフォルダを選ぶか、ディスクの空きを確認してください。
error-store = ライブラリを変更できませんでした（{ $detail }）。文書は元のままです。ディスクの空きを確認して、もう一度試してください。
error-internal = プログラムの内部で問題が起きました（{ $detail }）。失われたものはありません。もう一度試してください。

## Closing the window

quit-title = 保存していないものがあります
quit-unsaved-note = 書きかけの注記が保存されていません。
quit-unsaved-corrections = 読み込み中のファイルの訂正が保存されていません。
quit-save = 注記を保存して閉じる
quit-anyway = 保存せずに閉じる
quit-stay = 閉じない
