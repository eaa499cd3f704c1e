/** Texts of what a correction changes, in Chinese. */
export const mendZh = {
  by: '已更正：{{who}} {{at}}',
  from: '{{name}} {{from}} → {{to}}',
  unanswered: '未答',
  none: '（无）',
  nothing: '内容未改动',
  photos: '补充照片 {{count}} 张',
  voices: '补充语音 {{count}} 段',
  what: { found: '情况', deadline: '整改期限', told: '告知对象', reason: '原因', note: '情况说明' },
}
