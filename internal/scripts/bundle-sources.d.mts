export declare function bundleSources(entry: URL, file: string, outside?: Record<string, string>): Promise<void>;
