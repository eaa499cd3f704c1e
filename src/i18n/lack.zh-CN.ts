/** Texts of what is still missing in a check, item by item, in Chinese. */
export const lackZh = {
  ask: { 'not-applicable': '不适用的原因（建议注明）', 'not-seen': '无法核查的原因（须注明）' },
  askAll: {
    'not-applicable': '不适用的 {{count}} 项，原因（建议注明）',
    'not-seen': '无法核查的 {{count}} 项，原因（须注明）',
  },
  no: '缺{{what}}',
  of: { photo: '照片', found: '情况', deadline: '整改期限', reason: '原因' },
  mustSay: '{{answer}}，须注明原因',
  maySay: '{{answer}}，建议注明原因',
  late: '{{late}}：{{what}}',
  itemDue: '{{item}} 期限 {{day}}',
  answered: '{{line}}（{{reasons}}）',
  reasonOf: '{{reason}} {{count}} 项',
  unstated: '{{count}} 项未注明',
  why: {
    'not-applicable': {
      none: '无此项内容',
      early: '尚未到该阶段',
      stopped: '已停工',
      finished: '已完工',
    },
    'not-seen': {
      entry: '未能进入现场',
      idle: '检查时未作业',
      off: '设备未运行',
      hidden: '被遮挡，看不到',
      papers: '未提供资料',
    },
  },
}
