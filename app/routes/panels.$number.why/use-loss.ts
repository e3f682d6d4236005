import { useMessages } from '#app/ui/messages.tsx'

/** A loss as words: points, and per cent where that means something. */
export function useLoss() {
  const { why, percentOf } = useMessages().panels
  return ({ points, hundredths }: { points: number; hundredths: number | null }) =>
    why.loss(points, hundredths === null ? null : percentOf(hundredths))
}
