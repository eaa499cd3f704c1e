const addresses = import.meta.glob<string>('/docs/manual/images/*.webp', {
  query: '?url',
  import: 'default',
  eager: true,
})

/** Where the app has a picture that a page names by its path; undefined where there is none. */
export const pictureOf = (path: string): string | undefined =>
  addresses[`/docs/manual/images/${path.slice(path.lastIndexOf('/') + 1)}`]
