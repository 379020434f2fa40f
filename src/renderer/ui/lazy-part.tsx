import { type ComponentType, type ReactNode, Suspense, use, useState } from 'react'

/** A component whose code is loaded when it is first shown, or earlier if it is likely to be needed. */
export interface LazyPart<Props> {
  (props: Props): ReactNode
  /** Loads the code; from then on the component is drawn at once, without a placeholder. */
  preload(): Promise<void>
}

/**
 * A component whose code is split from its parent's. `React.lazy` shows its placeholder for a moment even if the code
 * is loaded already, and never tries again after a failed load; this does neither. `Placeholder` is shown while the
 * code is loaded, with the same props, and should have the same size.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Placeholder: ComponentType<Props> = Nothing,
): LazyPart<Props> {
  let Loaded: ComponentType<Props> | null = null
  let loading: Promise<void> | null = null
  const preload = () => {
    loading ??= load().then(
      (component) => {
        Loaded = component
      },
      (error: unknown) => {
        loading = null
        throw error
      },
    )
    return loading
  }
  function Waiting({ coming, props }: { coming: Promise<void>; props: Props }) {
    if (Loaded === null) use(coming)
    return Loaded === null ? null : <Loaded {...props} />
  }
  function Part(props: Props) {
    // Decided once: dropping the placeholder in a later render would mount a new component in its place and lose typed
    // text. Loading also starts only once: a part that starts it in each render would retry without end after a
    // failure.
    const [coming] = useState(() => (Loaded === null ? preload() : null))
    if (coming === null) return Loaded === null ? null : <Loaded {...props} />
    return (
      <Suspense fallback={<Placeholder {...props} />}>
        <Waiting coming={coming} props={props} />
      </Suspense>
    )
  }
  return Object.assign(Part, { preload })
}

const Nothing = () => null

/** A part of a page that is hidden at first, such as its panel; its code is loaded in advance. */
export function lazyPanel<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Placeholder?: ComponentType<Props>,
): LazyPart<Props> {
  const part = lazyPart(load, Placeholder)
  preloadWhenIdle([part])
  return part
}

/** Milliseconds in which a newly opened page gets its data and is drawn. */
const FIRST_LOOK = 1000

/**
 * Loads parts one after the other while the page is idle, and not before the page itself is visible. A part that fails
 * is loaded when it is shown.
 */
export function preloadWhenIdle(parts: readonly Pick<LazyPart<never>, 'preload'>[]): void {
  setTimeout(async () => {
    for (const part of parts) {
      await new Promise<void>((resolve) => requestIdleCallback(() => resolve()))
      await part.preload().catch(() => {})
    }
  }, FIRST_LOOK)
}
