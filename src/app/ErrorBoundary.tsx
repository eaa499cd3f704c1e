import { Component, type ReactNode } from 'react'

interface Props {
  readonly message: string
  readonly retry: string
  readonly children: ReactNode
}

/** Keeps one failed part from taking the others with it. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <div role="alert" className="failed">
        <p>{this.props.message}</p>
        <button type="button" className="action" onClick={() => this.setState({ failed: false })}>
          {this.props.retry}
        </button>
      </div>
    )
  }
}
