import { useRouteLoaderData } from '@remix-run/react'
import type { loader } from './route.tsx'

/** Whose cabinet it is, for forms that hold typed words. */
export function useWriter(): { writer?: number } {
  const cabinet = useRouteLoaderData<typeof loader>('routes/cabinet')
  return cabinet ? { writer: cabinet.number } : {}
}
