import { configure } from '@testing-library/react'

// As long as the browser's tests wait: a second is short on a busy machine.
configure({ asyncUtilTimeout: 30_000 })
