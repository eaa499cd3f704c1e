/** The English pages as Markdown, by file path. */
export const texts = import.meta.glob<string>('/docs/manual/en/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})
