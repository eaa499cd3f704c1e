/** The head of a table whose columns have plain headings; two may be alike, as the first letters of days are. */
export function HeadRow({ headings }: { readonly headings: readonly string[] }) {
  return (
    <thead>
      <tr>
        {headings.map((heading, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is told by its place
          <th key={column} scope="col">
            {heading}
          </th>
        ))}
      </tr>
    </thead>
  )
}
