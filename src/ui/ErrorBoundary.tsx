import { Component, type ReactNode } from 'react'
import { forgetFailures } from './lazy-part'

interface Props {
  readonly message: string
  readonly retry: string
  /** Where trying again is of no use: code that an update took away comes with the page. */
  readonly reload: string
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
        <div className="buttons">
          <button
            type="button"
            className="action"
            onClick={() => {
              forgetFailures()
              this.setState({ failed: false })
            }}
          >
            {this.props.retry}
          </button>
          <button type="button" className="action" onClick={() => location.reload()}>
            {this.props.reload}
          </button>
        </div>
      </div>
    )
  }
}
