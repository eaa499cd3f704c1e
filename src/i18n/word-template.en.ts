import type { wordTemplateZh } from './word-template.zh-CN'

/** Texts of the office's own Word documents, in English. */
export const wordTemplateEn: typeof wordTemplateZh = {
  none: 'Word form: the customary one',
  kept: 'Word form: {{name}}',
  help: 'A .docx of your own, kept with the data: write names of fields into it; where {#list} and {/list} stand in one row of a table, each entry becomes a row. Fields:',
  choose: 'Choose a .docx form',
  drop: 'Back to the customary form',
  step: 'Word form',
  part: {
    body: 'Paragraph {{paragraph}}, “{{text}}”',
    header: 'Header, paragraph {{paragraph}}, “{{text}}”',
    footer: 'Footer, paragraph {{paragraph}}, “{{text}}”',
    footnote: 'Footnotes, paragraph {{paragraph}}, “{{text}}”',
    endnote: 'Endnotes, paragraph {{paragraph}}, “{{text}}”',
  },
  fault: {
    'not-word':
      'This is no .docx file that can be used; the form is as before. Save it as .docx in Word and choose it again.',
    'unknown-field': '{{place}}: there is no field named “{{seen}}”; correct it and choose the file again',
    'empty-field': '{{place}}: “{{seen}}” names no field; correct it and choose the file again',
    'not-here':
      '{{place}}: “{{seen}}” is not filled in footnotes and endnotes; move it to the text, a header or a footer and choose the file again',
    'open-brace': '{{place}}: “{{seen}}” has no partner; correct it and choose the file again',
    'open-list': '{{place}}: “{{seen}}” has no beginning or no end; correct it and choose the file again',
  },
}
