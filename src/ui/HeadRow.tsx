/** A table head with plain headings; headings may repeat, e.g. first letters of weekdays. */
export function HeadRow({ headings }: { readonly headings: readonly string[] }) {
  return (
    <thead>
      <tr>
        {headings.map((heading, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns are identified by position
          <th key={column} scope="col">
            {heading}
          </th>
        ))}
      </tr>
    </thead>
  )
}
