/**
 * Multivariate time series from CSV files, for the Perceiver.
 *
 * <p>{@link org.example.timeseries.TimeseriesPlugin} is the modality {@code timeseries}: {@link
 * org.example.timeseries.SeriesReader} turns a file into a {@link org.example.timeseries.Series},
 * {@link org.example.timeseries.SeriesTokenizer} turns that into one element for each row, with the
 * row's time as its position. {@link org.example.timeseries.TableFormat} is the data set format
 * {@code timeseries-table}: many series in one long CSV file.
 */
@NullMarked
package org.example.timeseries;

import org.jspecify.annotations.NullMarked;
