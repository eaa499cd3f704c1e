/** Texts of the components shared by all screens. */
export const uiZh = {
  take: '确定',
  noDate: '选择日期',
  clearDate: '清除日期',
  noMonth: '选择月份',
  yearBefore: '上一年',
  yearAfter: '下一年',
  takeOff: '去掉条件：{{what}}',
  up: '上移{{name}}',
  down: '下移{{name}}',
  madeCode: '系统编号 {{code}}',
  comma: '、',
  semicolon: '；',
  loading: '正在读取…',
  noPageNumbers: '用这个浏览器打印没有页码：请在打印窗口勾选“页眉和页脚”，或保存为 Word 文档后打印。',
  draft: {
    restored: '已恢复未保存的填写（{{at}} 填写）。',
    discard: '不用，重新填写',
    left: '有未保存的填写：{{names}}。再次打开该表单即可接着填写。',
  },
  unsaved: {
    title: '{{what}}尚未保存',
    help: '关闭后，刚才填写的内容将丢失。',
    save: '保存并关闭',
    leave: '不保存，关闭',
    stay: '继续填写',
  },
}
