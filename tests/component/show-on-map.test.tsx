import 'fake-indexeddb/auto'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { Position } from '@/domain/geodesy/position'
import { useFieldCamera } from '@/features/field/around/use-field-camera'
import type { Origin } from '@/features/field/around/use-origin'
import Field from '@/features/field/Field'
import { useChentu } from '@/store/chentu'
import { useFix } from '@/store/device/fix'
import { usePreferences } from '@/store/device/preferences'

const target = { kind: 'stockpile', code: 'XC1', name: '土堆', sameCode: null, summary: null }
const SITE: Position = [108.8, 34.4]
vi.mock('@/features/field/record/use-check-target', () => ({
  useCheckTarget: () => {
    const isOpen = useChentu(({ view }) => view.selected !== null)
    return isOpen ? { target: { ...target, position: SITE }, found: null } : null
  },
}))
vi.mock('@/features/field/record/CheckForm', () => ({
  CheckForm: ({ onMap }: { onMap(position: Position): void }) => (
    <button type="button" onClick={() => onMap(SITE)}>
      在图上看
    </button>
  ),
}))
vi.mock('@/features/field/FieldHome', () => ({
  FieldHome: ({ origin }: { origin: Origin }) => <p>{`${origin.kind} ${origin.position}`}</p>,
}))
vi.mock('@/features/field/FieldFrame', () => ({
  FieldFrame: ({ children }: { children: React.ReactNode }) => children,
}))
afterEach(cleanup)

it('looking at a site on the map leaves the team where it is, also without a position of its own', () => {
  useChentu.setState(({ view }) => ({
    opened: { dataset: { settings: { centre: [108.7, 34.3] } } } as never,
    view: { ...view, selected: { kind: 'stockpile', code: 'XC1' } },
    setView: (part) => useChentu.setState(({ view: now }) => ({ view: { ...now, ...part } })),
  }))
  useFix.setState({ fix: null, follows: false })
  render(<Field />)
  fireEvent.click(screen.getByRole('button', { name: '在图上看' }))
  expect(screen.getByText('default 108.7,34.3')).toBeTruthy()
  expect(useFieldCamera.getState().camera).toMatchObject({ lon: 108.8, lat: 34.4 })
  expect(usePreferences.getState().fieldTab).toBe('map')
})
