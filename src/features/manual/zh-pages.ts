/** The Chinese pages as Markdown, by file path. */
export const texts = import.meta.glob<string>('/docs/manual/zh-CN/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})
