import type { wordTemplateZh } from './word-template.zh-CN'

/** Texts of the office's own Word documents, in English. */
export const wordTemplateEn: typeof wordTemplateZh = {
  none: 'Word layout: standard',
  kept: 'Word layout: {{name}}',
  help: 'You can use your office’s own .docx as the layout, stored with the data. Write field names into its text; where {#list} and {/list} stand in one row of a table, each record makes a row. Fields:',
  choose: 'Choose a .docx layout',
  drop: 'Restore the standard layout',
  step: 'Word layout',
  part: {
    body: 'Paragraph {{paragraph}}, “{{text}}”',
    header: 'Header, paragraph {{paragraph}}, “{{text}}”',
    footer: 'Footer, paragraph {{paragraph}}, “{{text}}”',
    footnote: 'Footnotes, paragraph {{paragraph}}, “{{text}}”',
    endnote: 'Endnotes, paragraph {{paragraph}}, “{{text}}”',
  },
  fault: {
    'not-word':
      'This is not a usable .docx file; the layout was not changed. Save it as .docx in Word, then choose it again.',
    'unknown-field': '{{place}}: there is no field named “{{seen}}”; correct it and choose the file again',
    'empty-field': '{{place}}: “{{seen}}” has no field name; correct it and choose the file again',
    'not-here':
      '{{place}}: “{{seen}}” is not filled in within footnotes and endnotes; move it to the text, a header or a footer and choose the file again',
    'open-brace': '{{place}}: “{{seen}}” is not paired; correct it and choose the file again',
    'open-list': '{{place}}: “{{seen}}” has no matching start or end; correct it and choose the file again',
  },
}
