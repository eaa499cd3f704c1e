import type { MapEventName, MapHandler, Subscription } from '@/map/engine/live-map'

type Given<Name extends MapEventName> = Parameters<MapHandler<Name>>[0]

/** Keeps the listeners of a map and calls them. */
export class MapEventBus {
  private readonly handlers = new Map<MapEventName, Set<(event: never) => void>>()

  on<Name extends MapEventName>(type: Name, handler: MapHandler<Name>): Subscription {
    const all = this.handlers.get(type) ?? new Set()
    this.handlers.set(type, all)
    all.add(handler)
    return { unsubscribe: () => void all.delete(handler) }
  }

  /** Calls the handlers registered now; one removed meanwhile is skipped. */
  fire<Name extends MapEventName>(type: Name, event: Given<Name>): void {
    const all = this.handlers.get(type)
    for (const handler of [...(all ?? [])]) if (all?.has(handler)) handler(event as never)
  }
}
