/** The English pages as they were written, by their files. */
export const texts = import.meta.glob<string>('/docs/manual/en/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})
