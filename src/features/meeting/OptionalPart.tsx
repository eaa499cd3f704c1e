import { Component, type ReactNode } from 'react'

interface Props {
  readonly children: ReactNode
  /** Called once if rendering fails. */
  onFailed(): void
}

/** Error boundary for something dispensable: if it fails, nothing is rendered and the surroundings keep working. */
export class OptionalPart extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidCatch() {
    this.props.onFailed()
  }

  override render() {
    return this.state.failed ? null : this.props.children
  }
}
