/** Texts of the office's own Word documents, in Chinese. */
export const wordTemplateZh = {
  none: 'Word 版式：通用版式',
  kept: 'Word 版式：{{name}}',
  help: '可选用本单位的 .docx 作为版式，随数据保存：在文中写字段名即可；{#清单}…{/清单} 写在表格同一行内时，每条记录生成一行。可用字段：',
  choose: '选择 .docx 版式',
  drop: '恢复通用版式',
  step: 'Word 版式',
  part: {
    body: '正文第 {{paragraph}} 段“{{text}}”',
    header: '页眉第 {{paragraph}} 段“{{text}}”',
    footer: '页脚第 {{paragraph}} 段“{{text}}”',
    footnote: '脚注第 {{paragraph}} 段“{{text}}”',
    endnote: '尾注第 {{paragraph}} 段“{{text}}”',
  },
  fault: {
    'not-word': '不是可用的 .docx 文件，版式未更换。请在 Word 中另存为 .docx 后重新选择。',
    'unknown-field': '{{place}}：没有名为“{{seen}}”的字段，请改正后重新选择',
    'empty-field': '{{place}}：“{{seen}}”中没有字段名，请改正后重新选择',
    'not-here': '{{place}}：脚注和尾注中的“{{seen}}”不会填写，请移到正文、页眉或页脚后重新选择',
    'open-brace': '{{place}}：“{{seen}}”没有成对，请改正后重新选择',
    'open-list': '{{place}}：“{{seen}}”没有成对的开头或结尾，请改正后重新选择',
  },
}
