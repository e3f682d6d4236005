/** A half-open range of days; without an end it goes on. */
export const during = (from: string, to?: string | null) => `[${from},${to ?? ''})`
