-- Growth of GDP, a row a county and a column a year.
pivot (
  select area as county, year(period.end) as year, change.value * if(change.direction = 'down', -1, 1) as growth
  from (select area, period, status, indicator_id, unnest(changes) as change from read_parquet('records/indicator/*.parquet'))
  where indicator_id = 'gdp' and status = 'actual' and change.basis = 'yoy' and change.of is null and area is not null
) on year using first(growth) group by county order by county;
