import { useSyncExternalStore } from 'react'
import { isMonth } from '@/domain/calendar'
import { STATUS_NAMES, type StatusName } from '@/domain/rules/status'
import { cameraValue, isOneOf, type LinkValue, listValue, nameValue, textValue } from '@/store/view/link-values'
import type { Camera } from '@/store/view/view'
import { PROVINCE_PATH } from './province-address'

export const RANKINGS = ['counties', 'cities'] as const

/** Everything that a link to the province screen restores. */
export interface ProvinceView {
  /** Null: the last month. */
  readonly month: string | null
  readonly ranking: (typeof RANKINGS)[number]
  /** `city path/county code`. */
  readonly county: string | null
  /** Path of the city to which the list of counties is restricted. */
  readonly city: string | null
  /** Ids of groups and names of standings to show; all if empty. */
  readonly groups: readonly string[]
  readonly standings: readonly StatusName[]
  readonly camera: Camera | null
}

export const FIRST_PROVINCE_VIEW: ProvinceView = {
  month: null,
  ranking: 'counties',
  county: null,
  city: null,
  groups: [],
  standings: [],
  camera: null,
}

const isText = (text: string): text is string => text !== ''
const anyText = (_: string): _ is string => true

const PARAMETERS: { readonly [Name in keyof ProvinceView]: readonly [key: string, LinkValue<ProvinceView[Name]>] } = {
  month: ['month', textValue(isMonth)],
  ranking: ['by', nameValue(RANKINGS)],
  county: ['county', textValue(isText)],
  city: ['city', textValue(isText)],
  groups: ['group', listValue(anyText)],
  standings: ['state', listValue(isOneOf(STATUS_NAMES))],
  camera: ['at', cameraValue],
}

/** The view as the part of an address after `#`; only differences from the first view are written. */
export function encodeProvince(view: ProvinceView): string {
  const params = new URLSearchParams()
  const put = <Name extends keyof ProvinceView>(name: Name) => {
    const [key, value] = PARAMETERS[name]
    const text = value.write(view[name])
    if (text !== value.write(FIRST_PROVINCE_VIEW[name])) params.set(key, text)
  }
  for (const name of Object.keys(PARAMETERS) as (keyof ProvinceView)[]) put(name)
  const query = params.toString().replaceAll('%2C', ',').replaceAll('%2F', '/')
  return `${PROVINCE_PATH}${query && `?${query}`}`
}

/** The view in an address; parts that cannot be read keep their initial values. */
export function decodeProvince(hash: string): ProvinceView {
  const params = new URLSearchParams(hash.split('?')[1] ?? '')
  const read = <Name extends keyof ProvinceView>(name: Name) => {
    const [key, value] = PARAMETERS[name]
    const text = params.get(key)
    return { [name]: (text === null ? undefined : value.read(text)) ?? FIRST_PROVINCE_VIEW[name] }
  }
  const names = Object.keys(PARAMETERS) as (keyof ProvinceView)[]
  return Object.assign({}, ...names.map(read)) as ProvinceView
}

const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('popstate', listener)
  }
}

let known: { readonly hash: string; readonly view: ProvinceView } | null = null
const current = (): ProvinceView => {
  const { hash } = location
  if (known?.hash !== hash) known = { hash, view: decodeProvince(hash) }
  return known.view
}

/** Changes the view and the address: each choice adds a history entry, moving the map does not. */
export function setProvinceView(change: Partial<ProvinceView>): void {
  const address = `#${encodeProvince({ ...current(), ...change })}`
  if (address === location.hash) return
  if (Object.keys(change).every((name) => name === 'camera')) history.replaceState(history.state, '', address)
  else history.pushState(null, '', address)
  for (const listener of listeners) listener()
}

/** The province view in the address. */
export const useProvinceView = (): ProvinceView => useSyncExternalStore(subscribe, current)
