import { type ComponentType, type ReactNode, Suspense, use, useState } from 'react'

/** A component whose code is fetched when it is first shown, or before, when it is likely to be wanted. */
export interface LazyPart<Props> {
  (props: Props): ReactNode
  /** Fetches the code; from then on the component is drawn at once, without a placeholder. */
  preload(): Promise<void>
}

/**
 * A component that is split from what shows it. `React.lazy` draws its placeholder for a moment even when the code is there
 * already, and remembers for ever that it once could not be fetched; this does neither. `Placeholder` stands while it comes, for
 * the same props, and should be as large.
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
    // Decided once: to leave out the placeholder when the part is drawn anew would put another one in its place, and lose what
    // was typed. Asked for once as well: a part that asks at each drawing asks without end for what cannot be fetched.
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

/** A part of a page that is not shown at first, such as its panel: it is there when it is opened. */
export function lazyPanel<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Placeholder?: ComponentType<Props>,
): LazyPart<Props> {
  const part = lazyPart(load, Placeholder)
  preloadWhenIdle([part])
  return part
}

/** Milliseconds in which a page that was just opened gets its data and is drawn. */
const FIRST_LOOK = 1000

/**
 * Fetches parts one after the other, each when the page has nothing else to do, and none before the page itself can be
 * seen. One that fails is fetched when it is shown.
 */
export function preloadWhenIdle(parts: readonly Pick<LazyPart<never>, 'preload'>[]): void {
  setTimeout(async () => {
    for (const part of parts) {
      await new Promise<void>((resolve) => requestIdleCallback(() => resolve()))
      await part.preload().catch(() => {})
    }
  }, FIRST_LOOK)
}
