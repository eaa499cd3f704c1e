import { Component, type ReactNode } from 'react'
import { Button } from '@/ui/controls/Button'
import { forgetFailures } from './lazy-part'

interface Props {
  readonly message: string
  readonly retry: string
  /** Reloading helps where a retry can't: an update may have removed the part's code. */
  readonly reload: string
  readonly children: ReactNode
}

/** Shows a message in place of a part that failed, so that the other parts keep working. */
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
          <Button
            onClick={() => {
              forgetFailures()
              this.setState({ failed: false })
            }}
          >
            {this.props.retry}
          </Button>
          <Button onClick={() => location.reload()}>{this.props.reload}</Button>
        </div>
      </div>
    )
  }
}
