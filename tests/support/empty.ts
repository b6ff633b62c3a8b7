// Stands for `server-only` in tests: outside a bundler that package exists to throw.
export {}
