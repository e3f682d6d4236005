import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

/** Reads the page's data again and again while something goes on; without scripts the visitor reloads. */
export function useRevalidation(going: boolean): void {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!going) return
    const timer = setInterval(revalidate, 1500)
    return () => clearInterval(timer)
  }, [going, revalidate])
}
