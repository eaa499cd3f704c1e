interface ImportMetaEnv {
  /** When a release was made (ISO 8601): the time of its commit; empty in what was built otherwise. */
  readonly CHENTU_BUILT_AT?: string
}
