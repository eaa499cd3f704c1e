import { Component, type ReactNode } from 'react'

interface Props {
  readonly children: ReactNode
  /** Called once where it can't be shown. */
  onFailed(): void
}

/** Something that the page can do without: where it fails nothing stands in its place, and nothing around it fails. */
export class WithoutIt extends Component<Props, { readonly failed: boolean }> {
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
