export declare function bundleSources(entry: URL, file: string): Promise<void>;
