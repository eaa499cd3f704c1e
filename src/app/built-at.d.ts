interface ImportMetaEnv {
  /** Time of the release's commit (ISO 8601); empty in other builds. */
  readonly CHENTU_BUILT_AT?: string
}
