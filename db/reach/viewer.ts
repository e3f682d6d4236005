/**
 * Viewer: who looks, as reach needs to know it.
 *
 * Reach answers in SQL which rows this viewer may learn exist; a guest is a viewer without a person. Powers are
 * capabilities with their scope, resolved from grants and deputies for today by the accounts room.
 */
export type ScopeKind = 'region' | 'municipality' | 'organisation' | 'direction'

export interface Power {
  capability: string
  scopeKind: ScopeKind
  /** null only for the region */
  scopeId: string | null
  /** whose power it is, when the actor stands in for somebody */
  deputyOfId?: string
}

export interface Viewer {
  personId: string | null
  powers: readonly Power[]
  /** today in the instance's zone, YYYY-MM-DD */
  today: string
}

/** Ids of the scopes of one kind in which the viewer has the capability. */
export function scopesOf(viewer: Viewer, capability: string, kind: ScopeKind): string[] {
  const ids = viewer.powers
    .filter((power) => power.capability === capability && power.scopeKind === kind)
    .flatMap((power) => power.scopeId ?? [])
  return [...new Set(ids)]
}

/** True when the viewer has the capability for the whole region. */
export function everywhere(viewer: Viewer, capability: string): boolean {
  return viewer.powers.some((power) => power.capability === capability && power.scopeKind === 'region')
}
