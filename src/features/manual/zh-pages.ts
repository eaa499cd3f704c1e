/** The Chinese pages as they were written, by their files. */
export const texts = import.meta.glob<string>('/docs/manual/zh-CN/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})
