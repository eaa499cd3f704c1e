/** The parts of a data package's descriptor that a release needs. */
export interface DataDescriptor {
  readonly name: string
  readonly version?: string
  readonly title?: string
  readonly resources: readonly {
    readonly name: string
    readonly licenses?: readonly { readonly name?: string; readonly title?: string }[]
    readonly sources?: readonly { readonly title?: string }[]
  }[]
}
